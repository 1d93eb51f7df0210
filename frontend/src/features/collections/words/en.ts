/** What is said about the dances one keeps. */
export interface CollectionWords {
  title: string;
  emptyTitle: string;
  empty: string;
  noneTitle: string;
  none: string;
  dances: (count: number) => string;
  minutes: (minutes: number) => string;
  practised: (minutes: number) => string;
  lastPractised: (when: string) => string;
  savedOn: (when: string) => string;
  noVideo: string;
  search: string;
  searchHint: string;
  filters: string;
  filtersOn: (count: number) => string;
  clearFilters: string;
  difficulty: string;
  energy: string;
  style: string;
  any: string;
  tags: string;
  tagged: (tag: string, count: number) => string;
  favourites: string;
  from: string;
  until: string;
  order: string;
  orders: Record<"newest" | "oldest" | "title" | "song" | "difficulty" | "practised", string>;
  select: string;
  selected: (count: number) => string;
  selectAll: string;
  selectNamed: (title: string) => string;
  done: string;
  favour: (title: string) => string;
  share: string;
  shareNamed: (title: string) => string;
  edit: string;
  editNamed: (title: string) => string;
  name: string;
  notes: string;
  notesHint: string;
  tagsHint: string;
  addTag: string;
  removeTag: (tag: string) => string;
  save: string;
  saving: string;
  saveDance: string;
  tagTitle: (count: number) => string;
  tagText: string;
  takeTag: string;
  removeTitle: (count: number) => string;
  removeText: (title: string) => string;
  removeSeveral: (count: number) => string;
  shareText: string;
  openFor: string;
  days: (days: number) => string;
  makeLink: string;
  linkOnce: string;
  link: string;
  copy: string;
  copied: string;
  openLinks: string;
  noLinks: string;
  openUntil: (when: string) => string;
  revoke: string;
  revokeNamed: (when: string) => string;
  making: string;
  unsaved: string;
  saveNamed: (title: string) => string;
  status: Record<"queued" | "processing" | "completed" | "failed" | "cancelled", string>;
  dismiss: (title: string) => string;
  untitled: string;
  sharedNote: (when: string) => string;
  closedTitle: string;
  closed: string;
  toStart: string;
}

const times = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const en: CollectionWords = {
  title: "Your dances",
  emptyTitle: "No dances yet",
  empty: "Every dance you make waits here for you to practise.",
  noneTitle: "Nothing fits",
  none: "No dance fits these words and filters. Take one away.",
  dances: (count) => times(count, "dance", "dances"),
  minutes: (minutes) => `${Math.round(minutes)} min of video`,
  practised: (minutes) => `${Math.round(minutes)} min practised`,
  lastPractised: (when) => `Practised ${when}`,
  savedOn: (when) => `Saved ${when}`,
  noVideo: "Its video is gone",
  search: "Search your dances",
  searchHint: "Song, artist, note or tag",
  filters: "Filter",
  filtersOn: (count) => `Filter, ${count} on`,
  clearFilters: "Clear all",
  difficulty: "Level",
  energy: "Energy",
  style: "Style",
  any: "Any",
  tags: "Tags",
  tagged: (tag, count) => `${tag}, ${times(count, "dance", "dances")}`,
  favourites: "Favourites",
  from: "Saved from",
  until: "until",
  order: "Order",
  orders: {
    newest: "Newest first",
    oldest: "Oldest first",
    title: "By name",
    song: "By song",
    difficulty: "Easiest first",
    practised: "Practised last",
  },
  select: "Select",
  selected: (count) => `${count} selected`,
  selectAll: "All shown",
  selectNamed: (title) => `Select ${title}`,
  done: "Done",
  favour: (title) => `Favourite: ${title}`,
  share: "Share",
  shareNamed: (title) => `Share ${title}`,
  edit: "Name, notes and tags",
  editNamed: (title) => `Name, notes and tags of ${title}`,
  name: "Name",
  notes: "Notes",
  notesHint: "Only you see them.",
  tagsHint: "Such as: wedding, friday, slow",
  addTag: "Add",
  removeTag: (tag) => `Remove the tag ${tag}`,
  save: "Save",
  saving: "Saving…",
  saveDance: "Save to your dances",
  tagTitle: (count) => `Tag ${times(count, "dance", "dances")}`,
  tagText: "The tag is put on all of them, or taken off all of them.",
  takeTag: "Take off",
  removeTitle: (count) => (count === 1 ? "Delete this dance?" : `Delete ${count} dances?`),
  removeText: (title) => `“${title}”, its video, its loops and its links will be gone for good.`,
  removeSeveral: (count) => `${count} dances with their videos, loops and links will be gone for good.`,
  shareText:
    "Whoever has the link can watch and practise this dance, without an account. Notes and tags stay with you.",
  openFor: "Open for",
  days: (days) => times(days, "day", "days"),
  makeLink: "Make a link",
  linkOnce: "Copy it now: for safety it is shown only this once.",
  link: "Link",
  copy: "Copy",
  copied: "Copied",
  openLinks: "Open links",
  noLinks: "No link is open.",
  openUntil: (when) => `Open until ${when}`,
  revoke: "Revoke",
  revokeNamed: (when) => `Revoke the link that is open until ${when}`,
  making: "In the making",
  unsaved: "Not saved",
  saveNamed: (title) => `Save ${title} to your dances`,
  status: {
    queued: "Waiting",
    processing: "On its way",
    completed: "Ready",
    failed: "Did not work out",
    cancelled: "Cancelled",
  },
  dismiss: (title) => `Delete ${title}`,
  untitled: "A dance",
  sharedNote: (when) => `Shared with you until ${when}. No account needed.`,
  closedTitle: "This link is closed",
  closed: "It has expired, was revoked, or a letter got lost on the way. Ask whoever sent it for a new one.",
  toStart: "What is Bachata Buddy?",
};
