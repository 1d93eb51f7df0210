/** What is said about class plans, to those who teach and those who learn. */
export interface ClassWords {
  title: string;
  one: string;
  emptyTitle: string;
  empty: string;
  create: string;
  newTitle: string;
  name: string;
  search: string;
  none: string;
  notTeachingTitle: string;
  notTeaching: string;
  statistics: (plans: number, students: number, minutes: number) => string;
  partsAndMinutes: (parts: number, taken: number, planned: number) => string;
  linksOpen: (links: number) => string;
  allPlans: string;
  about: string;
  objective: string;
  objectiveHint: string;
  level: string;
  minutes: string;
  minutesOf: (title: string) => string;
  date: string;
  warmUp: string;
  coolDown: string;
  notes: string;
  notesHint: string;
  saved: string;
  parts: string;
  noParts: string;
  kinds: Record<"choreography" | "phrases" | "activity", string>;
  kind: string;
  add: string;
  addTitle: string;
  dance: string;
  noDances: string;
  firstPhrase: string;
  lastPhrase: string;
  phraseHint: string;
  phrases: (first: number, last: number) => string;
  activity: string;
  activityHint: string;
  gone: string;
  moveUp: (title: string) => string;
  moveDown: (title: string) => string;
  drag: (title: string) => string;
  moved: (title: string, place: number, of: number) => string;
  editPart: (title: string) => string;
  removePart: (title: string) => string;
  save: string;
  summary: string;
  timeUsed: (taken: number, planned: number) => string;
  timeLeft: (minutes: number) => string;
  timeOver: (minutes: number) => string;
  timeFits: string;
  moves: string;
  noMoves: string;
  missing: string;
  complete: string;
  gaps: Record<string, string>;
  gapOf: (part: string, gap: string) => string;
  print: string;
  pdf: string;
  duplicate: string;
  removeTitle: string;
  removeText: (title: string) => string;
  assign: string;
  assignText: string;
  label: string;
  labelHint: string;
  openFor: string;
  days: (days: number) => string;
  makeLink: string;
  link: string;
  linkOnce: string;
  copy: string;
  copied: string;
  links: string;
  noLinks: string;
  openUntil: (when: string) => string;
  closedOn: (when: string) => string;
  students: (students: number) => string;
  closeLink: string;
  closeNamed: (label: string) => string;
  unnamed: string;
  practised: string;
  nobodyPractised: string;
  student: string;
  day: string;
  group: string;
  min: (minutes: number) => string;
  watch: string;
  watchNamed: (title: string) => string;
  noVideo: string;
  backToClass: string;
  onlyPhrases: (phrases: string, from: string, to: string) => string;
  iPractised: string;
  tellText: string;
  tell: string;
  told: (minutes: number) => string;
  takeBack: string;
  signInToTell: string;
  closedTitle: string;
  closed: string;
  toStart: string;
}

const times = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const en: ClassWords = {
  title: "Class plans",
  one: "Class plan",
  emptyTitle: "No class yet",
  empty: "Put dances, single phrases and exercises in order, print the plan, and send it to your students.",
  create: "Plan a class",
  newTitle: "A new class",
  name: "Title",
  search: "Search class plans",
  none: "No class plan has these words.",
  notTeachingTitle: "Class plans are for instructors",
  notTeaching: "Ask the people who run this site to make you an instructor.",
  statistics: (plans, students, minutes) =>
    `${times(plans, "plan", "plans")} · ${times(students, "student has", "students have")} practised ${minutes} min`,
  partsAndMinutes: (parts, taken, planned) => `${times(parts, "part", "parts")} · ${taken} of ${planned} min`,
  linksOpen: (links) => times(links, "open link", "open links"),
  allPlans: "All class plans",
  about: "About the class",
  objective: "Objective",
  objectiveHint: "What they can do afterwards",
  level: "Level",
  minutes: "Minutes",
  minutesOf: (title) => `Minutes of ${title}`,
  date: "Day",
  warmUp: "Warm-up",
  coolDown: "Cool-down",
  notes: "Notes",
  notesHint: "Only you see them; they are printed on your page.",
  saved: "All changes are saved.",
  parts: "The class",
  noParts: "Add the first part below: a dance, some phrases of it, or an exercise.",
  kinds: { choreography: "Dance", phrases: "Phrases", activity: "Exercise" },
  kind: "What is it?",
  add: "Add",
  addTitle: "Add a part",
  dance: "Dance",
  noDances: "You have no dance yet. Make one first, then plan with it.",
  firstPhrase: "From phrase",
  lastPhrase: "to phrase",
  phraseHint: "A phrase is eight counts; the first is 1.",
  phrases: (first, last) => (first === last ? `Phrase ${first}` : `Phrases ${first} to ${last}`),
  activity: "Exercise",
  activityHint: "Such as: walks on 1 2 3 tap",
  gone: "This dance was deleted.",
  moveUp: (title) => `Move ${title} up`,
  moveDown: (title) => `Move ${title} down`,
  drag: (title) => `${title}: drag, or press the up and down arrows`,
  moved: (title, place, of) => `${title} is now part ${place} of ${of}.`,
  editPart: (title) => `Change ${title}`,
  removePart: (title) => `Remove ${title}`,
  save: "Save",
  summary: "At a glance",
  timeUsed: (taken, planned) => `${taken} of ${planned} minutes`,
  timeLeft: (minutes) => `${times(minutes, "minute", "minutes")} still free`,
  timeOver: (minutes) => `${times(minutes, "minute", "minutes")} too long`,
  timeFits: "It fits exactly",
  moves: "Moves it covers",
  noMoves: "None yet",
  missing: "Still missing",
  complete: "Nothing is missing.",
  gaps: {
    no_objective: "An objective",
    no_warm_up: "A warm-up",
    no_cool_down: "A cool-down",
    no_items: "The first part",
    too_long: "Room: the parts take longer than the class",
    too_short: "Something for the minutes that are free",
    harder_than_level: "Easier moves: some are above the level of the class",
    no_minutes: "its minutes",
    choreography_removed: "its dance, which was deleted",
    no_video: "its video",
  },
  gapOf: (part, gap) => `${part}: ${gap}`,
  print: "Print",
  pdf: "PDF",
  duplicate: "Duplicate",
  removeTitle: "Delete this class plan?",
  removeText: (title) =>
    `“${title}”, its links and what students told you will be gone for good. Dances stay.`,
  assign: "Send to students",
  assignText:
    "Whoever has the link sees the plan without your notes and can watch its dances. Those who are signed in can tell you that they practised.",
  label: "For whom?",
  labelHint: "Such as: Tuesday group",
  openFor: "Open for",
  days: (days) => times(days, "day", "days"),
  makeLink: "Make a link",
  link: "Link",
  linkOnce: "Copy it now: for safety it is shown only this once.",
  copy: "Copy",
  copied: "Copied",
  links: "Links",
  noLinks: "No link yet.",
  openUntil: (when) => `open until ${when}`,
  closedOn: (when) => `closed ${when}`,
  students: (students) => times(students, "student practised", "students practised"),
  closeLink: "Close",
  closeNamed: (label) => `Close the link “${label}”`,
  unnamed: "Link",
  practised: "Who practised",
  nobodyPractised:
    "Nobody has told you yet. Opening a link tells you nothing: students decide what they tell.",
  student: "Student",
  day: "Day",
  group: "Link",
  min: (minutes) => `${minutes} min`,
  watch: "Watch",
  watchNamed: (title) => `Watch ${title}`,
  noVideo: "No video yet",
  backToClass: "Back to the class",
  onlyPhrases: (phrases, from, to) => `${phrases} of this dance: ${from} to ${to}`,
  iPractised: "I practised",
  tellText: "Your instructor sees your name, the day and the minutes, nothing else.",
  tell: "Tell my instructor",
  told: (minutes) => `You told ${times(minutes, "minute", "minutes")}.`,
  takeBack: "Take it back",
  signInToTell: "Sign in to tell your instructor",
  closedTitle: "This link is closed",
  closed: "It has expired, was closed, or a letter got lost on the way. Ask your instructor for a new one.",
  toStart: "What is Bachata Buddy?",
};
