import type { CountSound } from "../lib/memory";
import type { LoopKind } from "../lib/range";

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** What the practice tools say. */
export interface PracticeWords {
  title: string;
  loop: string;
  kind: Record<LoopKind | "off", string>;
  loopNow: (from: string, to: string, counts: number) => string;
  noLoop: string;
  setStart: string;
  setEnd: string;
  startHandle: string;
  endHandle: string;
  handleText: (time: string, count: number) => string;
  saved: string;
  saveLoop: string;
  loopName: string;
  keep: string;
  playNamed: (name: string) => string;
  removeNamed: (name: string) => string;
  noneSaved: string;
  ladder: string;
  ladderOff: string;
  ladderRounds: (rounds: number) => string;
  ladderHint: string;
  rounds: (danced: number, needed: number) => string;
  countIn: string;
  counts: string;
  sound: Record<CountSound, string>;
  noVoice: string;
  /** What stands on the keys that have a name. */
  keyNames: Record<"Space" | "Shift", string>;
}

export const en: PracticeWords = {
  title: "Practise",
  loop: "Loop",
  kind: { off: "Off", move: "This move", phrase: "This phrase", range: "My counts" },
  loopNow: (from, to, counts) => `${from} to ${to}, ${plural(counts, "count", "counts")}`,
  noLoop: "Choose what comes again and again. Drag the two ends on the bar: they snap to the counts.",
  setStart: "Start here",
  setEnd: "End here",
  startHandle: "Start of the loop",
  endHandle: "End of the loop",
  handleText: (time, count) => `${time}, on count ${count}`,
  saved: "Saved loops",
  saveLoop: "Save this loop",
  loopName: "Name of the loop",
  keep: "Save",
  playNamed: (name) => `Loop “${name}”`,
  removeNamed: (name) => `Delete the loop “${name}”`,
  noneSaved: "Loops you save with a name stay here.",
  ladder: "Speed ladder",
  ladderOff: "Off",
  ladderRounds: (rounds) => `After ${rounds}`,
  ladderHint: "A loop gets 5% faster after this many clean rounds in a row.",
  rounds: (danced, needed) => `${danced} of ${plural(needed, "clean round", "clean rounds")}`,
  countIn: "Count me in",
  counts: "Hear the counts",
  sound: { off: "Off", clicks: "Clicks", voice: "Voice" },
  noVoice: "This browser has no voice for your language.",
  keyNames: { Space: "Space", Shift: "Shift" },
};
