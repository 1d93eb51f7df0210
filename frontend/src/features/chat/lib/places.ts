import type { Segment } from "@/shared/api/types";
import type { ChangedPlace } from "../types";

/** The number of the move that is danced at a changed place now; null where it is gone or the plan is not here yet. */
export function moveNumberAt(place: ChangedPlace, segments: readonly Segment[]): number | null {
  if (place.after === null) return null;
  const move = segments.find(({ target }) => target.first_beat === place.first_beat);
  return move ? move.index + 1 : null;
}
