import { beatAt, countUpTo, type CountGrid } from "@/shared/counts/grid";

/** The piece of a song that is in sight, in seconds. */
export interface View {
  readonly startS: number;
  readonly endS: number;
}

/** Where a time lies in a view, 0..100 within it. */
export const percentOf = (view: View, timeS: number): number =>
  (100 * (timeS - view.startS)) / (view.endS - view.startS);

/** The number of the phrase at a time: 0 is what comes ahead of the first count 1. */
export const phraseAt = (grid: CountGrid, timeS: number): number =>
  countUpTo(grid.count1_beats, beatAt(grid, timeS) ?? (timeS <= (grid.beat_times_s[0] ?? 0) ? -1 : Infinity));

/** The time of the count 1 that begins a phrase; the song's own ends beyond the first and last. */
export function phraseStartS(grid: CountGrid, phrase: number, durationS: number): number {
  if (phrase < 1) return 0;
  const beat = grid.count1_beats[phrase - 1];
  return beat === undefined ? durationS : (grid.beat_times_s[beat] ?? durationS);
}

/** A phrase with a beat of room on either side, within the song. */
export function phraseView(grid: CountGrid, phrase: number, durationS: number): View {
  const roomS = 60 / grid.tempo_bpm;
  const startS = Math.max(0, phraseStartS(grid, phrase, durationS) - roomS);
  const endS = Math.min(durationS, phraseStartS(grid, phrase + 1, durationS) + roomS);
  return endS > startS ? { startS, endS } : { startS: 0, endS: durationS };
}
