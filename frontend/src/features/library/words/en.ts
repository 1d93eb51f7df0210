import type { ShownLikeness, ShownOrder } from "../types";

/** What is said about the moves there are. */
export interface LibraryWords {
  title: string;
  lead: string;
  search: string;
  searchHint: string;
  found: (count: number) => string;
  noneTitle: string;
  none: string;
  showAll: string;
  emptyTitle: string;
  empty: string;
  order: string;
  orders: Record<ShownOrder, string>;
  any: string;
  category: string;
  mine: string;
  showMove: (name: string) => string;
  stopMove: (name: string) => string;
  heldBack: string;
  back: string;
  unknownTitle: string;
  unknown: string;
  noClip: string;
  clipFailed: string;
  sound: string;
  unsaid: string;
  focus: string;
  both: string;
  roles: Record<"lead" | "follow", string>;
  leadMark: string;
  followMark: string;
  tempo: string;
  length: string;
  seconds: (seconds: number) => string;
  entries: string;
  theCount: (count: number) => string;
  either: (one: string, other: string) => string;
  entryUnknown: string;
  about: string;
  similar: string;
  alikeBy: string;
  likeness: Record<ShownLikeness, string>;
  noneAlike: string;
  toNumbers: string;
  numbersPage: string;
  numbersTitle: string;
  totals: (moves: number, own: number, minutes: number) => string;
  between: (slowest: number, fastest: number) => string;
  flagged: (count: number) => string;
  coverageTitle: string;
  coverageHint: string;
  wish: string;
  energyOf: (energy: string) => string;
  cell: Record<"served" | "thin" | "empty", string>;
  gapsTitle: string;
  wishNamed: (difficulty: string, energy: string, style: string) => string;
  gap: (wish: string, cells: number) => string;
  forCurators: string;
  forCuratorsTitle: string;
}

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const en: LibraryWords = {
  title: "The moves",
  lead: "Every move your dances are made of. Play one to see it danced.",
  search: "Search moves",
  searchHint: "Name or notes",
  found: (count) => plural(count, "move", "moves"),
  noneTitle: "No move found",
  none: "No move meets all of this. Take a filter away, or look at all of them.",
  showAll: "Show all moves",
  emptyTitle: "No moves yet",
  empty: "Moves appear here as soon as somebody brings clips into the library.",
  order: "Sort by",
  orders: {
    category: "Kind",
    name: "Name",
    difficulty: "Difficulty",
    energy: "Energy",
    tempo_bpm: "Slowest first",
    "-tempo_bpm": "Fastest first",
    "-created_at": "Newest first",
  },
  any: "Any",
  category: "Kind",
  mine: "Only mine",
  showMove: (name) => `Show ${name}`,
  stopMove: (name) => `Stop ${name}`,
  heldBack: "Held back",
  back: "All moves",
  unknownTitle: "This move is not here",
  unknown: "It was taken out of the library, or it belongs to somebody else.",
  noClip: "The clip of this move is missing.",
  clipFailed: "The clip would not play. Check your connection and try again.",
  sound: "Sound",
  unsaid: "Not said",
  focus: "Look at",
  both: "Both",
  roles: { lead: "Lead", follow: "Follow" },
  leadMark: "L",
  followMark: "F",
  tempo: "Filmed at",
  length: "Length",
  seconds: (seconds) => `${Math.round(seconds * 10) / 10} s`,
  entries: "Begins on",
  theCount: (count) => `the ${count}`,
  either: (one, other) => `${one} or ${other}`,
  entryUnknown: "A 1 or a 5; this clip is too short to tell which",
  about: "About this move",
  similar: "Moves like this one",
  alikeBy: "Alike in",
  likeness: {
    all: "Everything",
    lead: "The lead's movement",
    follow: "The follow's movement",
    interaction: "How the couple moves together",
    audio: "The music it was danced to",
    text: "Its description",
  },
  noneAlike: "No other move is in the library yet.",
  toNumbers: "Numbers and gaps",
  numbersPage: "The library in numbers",
  numbersTitle: "What there is",
  totals: (moves, own, minutes) =>
    `${plural(moves, "move", "moves")} that you may dance${own > 0 ? `, ${own} of them your own` : ""}, ${plural(minutes, "minute", "minutes")} of film.`,
  between: (slowest, fastest) => `Filmed at ${Math.round(slowest)} to ${Math.round(fastest)} BPM.`,
  flagged: (count) => (count === 0 ? "None is held back." : `${count} held back.`),
  coverageTitle: "Which wishes find enough moves",
  coverageHint:
    "A thin wish makes a plan relax style or energy; with too few, even the shortest song repeats moves.",
  wish: "Wish",
  energyOf: (energy) => `${energy} energy`,
  cell: { served: "moves", thin: "thin", empty: "too few" },
  gapsTitle: "Clips that would help most",
  wishNamed: (difficulty, energy, style) =>
    `${difficulty}, ${energy.toLowerCase()} energy, ${style.toLowerCase()}`,
  gap: (wish, cells) => `${wish}: helps ${plural(cells, "thin wish", "thin wishes")}`,
  forCuratorsTitle: "For those who teach",
  forCurators: "The numbers of the library are for instructors and those who look after it.",
};
