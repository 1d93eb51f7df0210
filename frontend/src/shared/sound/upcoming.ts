import { countUpTo, type CountGrid } from "@/shared/counts/grid";

/** A beat that a jump has just landed on is still to be heard. */
const JUST_NOW_S = 0.03;

/** A stretch of time that is heard again and again. */
export interface Round {
  readonly startS: number;
  readonly endS: number;
}

/** A beat that will sound. */
export interface Upcoming {
  readonly beat: number;
  /** Seconds from now, at the speed of the video; a little below 0 for one that sounds right now. */
  readonly inS: number;
}

/**
 * The beats that sound within the next `aheadS` seconds of real time. At the end of a loop the video goes back, so beats
 * behind it never come.
 */
export function upcoming(
  grid: CountGrid,
  timeS: number,
  rate: number,
  aheadS: number,
  loop: Round | null,
): Upcoming[] {
  const inLoop = loop !== null && timeS >= loop.startS && timeS < loop.endS;
  const untilS = Math.min(timeS + aheadS * rate, inLoop ? loop.endS - 0.001 : Infinity);
  const first = countUpTo(grid.beat_times_s, timeS - JUST_NOW_S * rate);
  const last = countUpTo(grid.beat_times_s, untilS);
  return grid.beat_times_s
    .slice(first, last)
    .map((beatS, index) => ({ beat: first + index, inS: (beatS - timeS) / rate }));
}
