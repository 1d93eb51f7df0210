import type { Segment } from "@/shared/api/types";
import { beatAt, countOf, countUpTo, type CountGrid } from "@/shared/counts/grid";
import type { Loop } from "./loop";

/** Whole counts of a song: from `firstBeat` up to, not including, `endBeat`. */
export interface BeatRange {
  readonly firstBeat: number;
  readonly endBeat: number;
}

export const LOOP_KINDS = ["move", "phrase", "range"] as const;

/** What a loop follows: the move or the phrase one is in, or the counts one chose. */
export type LoopKind = (typeof LOOP_KINDS)[number];

export interface PracticeLoop extends BeatRange {
  readonly kind: LoopKind;
}

/** When a beat sounds; the one after the last is a beat's length later. */
export function beatTimeS(grid: CountGrid, beat: number): number {
  const { beat_times_s: times } = grid;
  return times[beat] ?? (times.at(-1) ?? 0) + (beat - times.length + 1) * (60 / grid.tempo_bpm);
}

export const secondsOf = (grid: CountGrid, range: BeatRange): Loop => ({
  startS: beatTimeS(grid, range.firstBeat),
  endS: beatTimeS(grid, range.endBeat),
});

export const sameRange = (one: BeatRange | null, other: BeatRange | null): boolean =>
  one?.firstBeat === other?.firstBeat && one?.endBeat === other?.endBeat;

export const moveRange = ({ target }: Segment): BeatRange => ({
  firstBeat: target.first_beat,
  endBeat: target.first_beat + target.beats,
});

/** The phrase that is danced at a time, from its count 1 to the next one; ahead of the beat the first, behind it the last. */
export function phraseRange(grid: CountGrid, timeS: number): BeatRange {
  const before = timeS < beatTimeS(grid, 0);
  const beat = before ? (grid.count1_beats[0] ?? 0) : (beatAt(grid, timeS) ?? grid.beat_times_s.length - 1);
  const passed = countUpTo(grid.count1_beats, beat);
  return {
    firstBeat: grid.count1_beats[passed - 1] ?? 0,
    endBeat: grid.count1_beats[passed] ?? grid.beat_times_s.length,
  };
}

/** The beat whose start is nearest to a time. */
export function nearestBeat(grid: CountGrid, timeS: number): number {
  const after = countUpTo(grid.beat_times_s, timeS);
  const toNext = beatTimeS(grid, after) - timeS;
  return after > 0 && timeS - beatTimeS(grid, after - 1) < toNext ? after - 1 : after;
}

/** A range with one end put on another beat, within the song and never shorter than a count. */
export function withEnd(grid: CountGrid, range: BeatRange, end: "first" | "last", beat: number): BeatRange {
  const length = grid.beat_times_s.length;
  return end === "first"
    ? { ...range, firstBeat: Math.min(Math.max(0, beat), range.endBeat - 1) }
    : { ...range, endBeat: Math.max(Math.min(length, beat), range.firstBeat + 1) };
}

/** A stored range as far as the song still has it, or null where it has not. */
export function inSong(grid: CountGrid, range: BeatRange): BeatRange | null {
  const whole = Number.isInteger(range.firstBeat) && Number.isInteger(range.endBeat);
  const inside = range.firstBeat >= 0 && range.endBeat <= grid.beat_times_s.length;
  return whole && inside && range.firstBeat < range.endBeat ? range : null;
}

/** The count on which a range ends: the last one that is danced. */
export const lastCount = (grid: CountGrid, range: BeatRange) => countOf(grid, range.endBeat - 1);
