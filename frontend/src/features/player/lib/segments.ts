import type { Segment } from "@/shared/api/types";
import { beatAt, countUpTo, type CountGrid } from "@/shared/counts/grid";
import type { Loop } from "./loop";

/** The move that is danced at a time, or null ahead of the first, in a gap, and after the last. */
export function segmentIndexAt(segments: readonly Segment[], timeS: number): number | null {
  const starts = segments.map((segment) => segment.target.start_s);
  const index = countUpTo(starts, timeS) - 1;
  const segment = segments[index];
  return segment !== undefined && timeS < segment.target.end_s ? index : null;
}

/** The move that starts next after a time, or null on the last one. */
export function nextSegmentIndex(segments: readonly Segment[], timeS: number): number | null {
  const index = segments.findIndex((segment) => segment.target.start_s > timeS);
  return index < 0 ? null : index;
}

/** How many counts are left until a move starts; null where the song has no beat. */
export function countsUntil(grid: CountGrid, segment: Segment, timeS: number): number | null {
  const beat = beatAt(grid, timeS);
  return beat === null ? null : Math.max(0, segment.target.first_beat - beat);
}

/** The loop over one move. */
export const loopOf = (segment: Segment): Loop => ({
  startS: segment.target.start_s,
  endS: segment.target.end_s,
});

/** Right after the start of a move a step back means the move before it. */
const JUST_STARTED_S = 1;

/** The move that `steps` (-1 or 1) leads to from a time; back goes to the start of the current move first. */
export function stepSegment(segments: readonly Segment[], timeS: number, steps: -1 | 1): number | null {
  if (steps === 1) return nextSegmentIndex(segments, timeS);
  const behind = segments.filter((segment) => segment.target.start_s < timeS - JUST_STARTED_S);
  return segments.length === 0 ? null : Math.max(0, behind.length - 1);
}
