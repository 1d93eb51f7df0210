/**
 * The counts of a song. Times are seconds of the video (which runs with the song), beats are indices into `beat_times_s`.
 */
export interface CountGrid {
  readonly tempo_bpm: number;
  readonly beat_times_s: readonly number[];
  /** Indices of the beats that are count 1, rising. */
  readonly count1_beats: readonly number[];
}

export type Count = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export const COUNTS: readonly Count[] = [1, 2, 3, 4, 5, 6, 7, 8];
export const COUNTS_PER_PHRASE = 8;

/** Counts 4 and 8 are danced as a tap. */
export const isTap = (count: Count) => count === 4 || count === 8;

/** How many of the rising `values` are at or below `limit`. */
export function countUpTo(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The beat that sounds at a time, or null before the first beat and more than a beat after the last. */
export function beatAt(grid: CountGrid, timeS: number): number | null {
  const beat = countUpTo(grid.beat_times_s, timeS) - 1;
  const start = grid.beat_times_s[beat];
  if (start === undefined) return null;
  const isLast = beat === grid.beat_times_s.length - 1;
  return isLast && timeS >= start + 60 / grid.tempo_bpm ? null : beat;
}

/** The count 1..8 of a beat; beats ahead of the first count 1 count down to it. */
export function countOf(grid: CountGrid, beat: number): Count {
  const passed = countUpTo(grid.count1_beats, beat) - 1;
  const anchor = grid.count1_beats[Math.max(passed, 0)] ?? 0;
  const steps = (beat - anchor) % COUNTS_PER_PHRASE;
  return (((steps + COUNTS_PER_PHRASE) % COUNTS_PER_PHRASE) + 1) as Count;
}

/** The count at a time, or null where the song has no beat. */
export function countAt(grid: CountGrid, timeS: number): Count | null {
  const beat = beatAt(grid, timeS);
  return beat === null ? null : countOf(grid, beat);
}

/**
 * The beats of the phrase around a beat, one for each count 1..8; null where the phrase lacks it (an opening that starts
 * on a 5, a half phrase).
 */
export function phraseBeats(grid: CountGrid, beat: number): (number | null)[] {
  const one = beat - (countOf(grid, beat) - 1);
  return COUNTS.map((count) => {
    const candidate = one + count - 1;
    const exists = candidate >= 0 && candidate < grid.beat_times_s.length;
    return exists && countOf(grid, candidate) === count && sameSide(grid, beat, candidate) ? candidate : null;
  });
}

/** Whether no count 1 lies between two beats, ends included on the later side. */
function sameSide(grid: CountGrid, beat: number, other: number): boolean {
  return countUpTo(grid.count1_beats, beat) === countUpTo(grid.count1_beats, other);
}

/** The beat `steps` away from a time: stepping back from the middle of a beat lands on its own start first. */
export function stepBeats(grid: CountGrid, timeS: number, steps: number): number | null {
  // A hand is slower than a tenth of a second: right after a beat, "back" means the one before.
  const here = countUpTo(grid.beat_times_s, timeS - (steps < 0 ? 0.1 : 0)) - 1;
  const target = here + steps + (steps < 0 ? 1 : 0);
  const clamped = Math.min(Math.max(target, 0), grid.beat_times_s.length - 1);
  return grid.beat_times_s[clamped] ?? null;
}
