import { useEffect, type RefObject } from "react";
import type { CountGrid } from "@/shared/counts/grid";
import type { Clock } from "@/shared/sound/clock";
import { AHEAD_S, clickIn, layCounts } from "@/shared/sound/lay-counts";

/** Click the counts over a playing song: the quickest way to hear whether the 1 is the 1. */
export function useClicks(
  audioRef: RefObject<HTMLAudioElement | null>,
  clock: Clock,
  grid: CountGrid | null,
  on: boolean,
): void {
  useEffect(() => {
    const audio = audioRef.current;
    if (!audio || !grid || !on) return;
    return layCounts({
      media: audio,
      clock,
      grid,
      loop: null,
      aheadS: () => AHEAD_S,
      sound: (beat, inS) => clickIn(grid, beat, inS),
    });
  }, [audioRef, clock, grid, on]);
}
