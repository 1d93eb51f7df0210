import { useEffect, type RefObject } from "react";
import type { Clock } from "../lib/clock";
import { isLoopOver, seekPoint, type Loop } from "../lib/loop";

/** Take the video back to the start of the loop each time it comes to its end. */
export function useLoop(videoRef: RefObject<HTMLVideoElement | null>, clock: Clock, loop: Loop | null): void {
  const startS = loop?.startS;
  const endS = loop?.endS;

  useEffect(() => {
    const player = videoRef.current;
    if (!player || startS === undefined || endS === undefined) return;

    const watch = () => {
      if (player.paused || player.seeking) return;
      if (isLoopOver({ startS, endS }, clock.timeS(), player.playbackRate))
        player.currentTime = seekPoint(startS);
    };
    /** The loop of the last move meets the end of the file, where the browser stops by itself. */
    const startOver = () => {
      player.currentTime = seekPoint(startS);
      void player.play().catch(() => undefined);
    };
    const unwatch = clock.subscribe(watch);
    player.addEventListener("ended", startOver);
    return () => {
      unwatch();
      player.removeEventListener("ended", startOver);
    };
  }, [videoRef, clock, startS, endS]);
}
