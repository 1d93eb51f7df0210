import { countOf, countUpTo, type Count, type CountGrid } from "@/shared/counts/grid";
import type { View } from "./view";

export interface Mark {
  readonly beat: number;
  readonly timeS: number;
  readonly count: Count;
}

/** Beyond this many seconds in sight, marks of every beat would be a grey band. */
const ALL_COUNTS_WITHIN_S = 20;

export const showsAllCounts = (view: View): boolean => view.endS - view.startS <= ALL_COUNTS_WITHIN_S;

/** The counts to mark in a view: all of them close up, 1 and 5 from afar. */
export function marksIn(grid: CountGrid, view: View): Mark[] {
  const first = countUpTo(grid.beat_times_s, view.startS - 1e-6);
  const last = countUpTo(grid.beat_times_s, view.endS);
  const all = showsAllCounts(view);
  return grid.beat_times_s
    .slice(first, last)
    .map((timeS, index) => ({ beat: first + index, timeS, count: countOf(grid, first + index) }))
    .filter(({ count }) => all || count === 1 || count === 5);
}
