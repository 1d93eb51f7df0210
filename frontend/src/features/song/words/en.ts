import type { Count } from "@/shared/counts/grid";
import type { Sureness } from "../lib/sureness";
import type { CorrectionStep } from "../types";

/** What is said about one song and its counts. */
export interface SongPageWords {
  dance: string;
  allSongs: string;
  rename: string;
  songTitle: string;
  artist: string;
  genre: string;
  save: string;
  saving: string;
  removeTitle: string;
  removeText: (title: string) => string;
  reach: (moves: number) => string;
  toCounts: string;
  goneSong: string;
  unknownTitle: string;
  unknown: string;
  position: string;
  positionText: (time: string, total: string, count: Count | null) => string;
  audioFailed: string;
  phraseBack: string;
  phraseOn: string;
  clicks: string;
  clicksLong: string;
  zoom: string;
  zoomLong: string;
  notAnalysed: string;
  notYours: string;
  beats: Record<Sureness, string>;
  ones: Record<Sureness, string>;
  byHand: string;
  toolsTitle: string;
  toolsHint: string;
  whereIsOne: string;
  oneHere: string;
  oneFrom: string;
  beatEarlier: string;
  beatLater: string;
  swap: string;
  beatsLegend: string;
  half: string;
  double: string;
  nudge: (ms: number) => string;
  halfPhraseLegend: string;
  insertHalf: string;
  removeHalf: string;
  undo: string;
  reset: string;
  changing: string;
  changed: (bpm: number) => string;
  steps: (count: number) => string;
  /** Of a step at a time; `amount` in beats or milliseconds, whichever its kind takes. */
  step: Record<CorrectionStep["kind"], (time: string, amount: number) => string>;
  byCode: Partial<Record<string, string>>;
}

const beatsOf = (beats: number) => `${Math.abs(beats)} ${Math.abs(beats) === 1 ? "beat" : "beats"}`;

export const en: SongPageWords = {
  dance: "Dance to it",
  allSongs: "All songs",
  rename: "Rename",
  songTitle: "Title",
  artist: "Artist",
  genre: "Genre",
  save: "Save",
  saving: "Saving…",
  removeTitle: "Delete this song?",
  removeText: (title) => `“${title}” and all dances made to it go for good.`,
  reach: (moves) => (moves === 1 ? "1 move can follow this tempo" : `${moves} moves can follow this tempo`),
  toCounts: "Check the counts",
  goneSong: "The song you had chosen is not here any more. Choose another one.",
  unknownTitle: "This song is not here",
  unknown: "It was deleted, or it belongs to somebody else.",
  position: "Position in the song",
  positionText: (time, total, count) => `${time} of ${total}${count === null ? "" : `, count ${count}`}`,
  audioFailed: "The song would not play. Check your connection and try again.",
  phraseBack: "Back to the 1",
  phraseOn: "On to the next 1",
  clicks: "Clicks",
  clicksLong: "Clicks on every count, the 1 the highest",
  zoom: "Close up",
  zoomLong: "Close up on the phrase that plays",
  notAnalysed:
    "Nobody has listened for the counts of this song yet. They are found the first time you dance to it.",
  notYours:
    "This song is everybody's, so only staff may correct its counts. Bring your own copy to set them your way.",
  beats: {
    sure: "The beats are clear.",
    likely: "The beats are fairly clear. Have a listen with the clicks on.",
    doubtful: "The beats are hard to hear in this song. Listen with the clicks on, and correct what is off.",
  },
  ones: {
    sure: "We are sure where the 1 is.",
    likely: "We think we know where the 1 is, but the 5 sounds much like it. Check with the clicks.",
    doubtful: "We are not sure where the 1 is. Play it, and press “This is the 1” when you hear it.",
  },
  byHand: "The 1 was set by ear.",
  toolsTitle: "Correct the counts",
  toolsHint:
    "Play the song and press when you hear it. Dances you made before keep their counts; dance it again to get the new ones.",
  whereIsOne: "Where is the 1?",
  oneHere: "This is the 1",
  oneFrom: "The 1 from here on",
  beatEarlier: "One beat earlier",
  beatLater: "One beat later",
  swap: "Swap 1 and 5",
  beatsLegend: "The beats themselves",
  half: "Half as fast",
  double: "Twice as fast",
  nudge: (ms) => (ms < 0 ? `${-ms} ms earlier` : `${ms} ms later`),
  halfPhraseLegend: "Where the song drops or adds four beats",
  insertHalf: "Four extra beats end here",
  removeHalf: "No extra beats here",
  undo: "Undo",
  reset: "Back to what we heard",
  changing: "Correcting…",
  changed: (bpm) => `Done. The counts now run at ${Math.round(bpm)} BPM.`,
  steps: (count) => (count === 1 ? "1 correction" : `${count} corrections`),
  step: {
    shift_beats: (_time, beats) => `Counts ${beatsOf(beats)} ${beats < 0 ? "earlier" : "later"}`,
    half_tempo: () => "Half as fast",
    double_tempo: () => "Twice as fast",
    swap_one_and_five: () => "1 and 5 swapped",
    count_one_here: (time) => `The 1 is at ${time}`,
    count_one_from: (time) => `The 1 is at ${time}, from there on`,
    insert_half_phrase: (time) => `Four extra beats before ${time}`,
    remove_half_phrase: (time) => `No extra beats at ${time}`,
    nudge: (_time, ms) => (ms < 0 ? `Beats ${-ms} ms earlier` : `Beats ${ms} ms later`),
  },
  byCode: {
    correction_not_applicable: "That does not fit this song, so its counts stay as they are.",
    nothing_to_undo: "There is nothing left to undo.",
    song_not_analysed: "The counts of this song have not been found yet. Dance to it once, then come back.",
    permission_denied: "Only the owner of this song may change it.",
    song_in_use: "A dance of this song is being made. Wait for it, or cancel it, and try again.",
    song_danced: "Somebody keeps a dance of this song, so it stays.",
  },
};
