import { useEffect, useEffectEvent, type RefObject } from "react";
import type { Clock } from "@/shared/sound/clock";
import { isLoopOver, seekPoint, type Loop } from "../lib/loop";

/**
 * Take the video back to the start of the loop each time it comes to its end. `onRound` hears of each round, and whether
 * it was danced through without a pause or a jump.
 */
export function useLoop(
  videoRef: RefObject<HTMLVideoElement | null>,
  clock: Clock,
  loop: Loop | null,
  onRound: (clean: boolean) => void,
): void {
  const startS = loop?.startS;
  const endS = loop?.endS;
  const tell = useEffectEvent(onRound);

  useEffect(() => {
    const player = videoRef.current;
    if (!player || startS === undefined || endS === undefined) return;
    let clean = false; // The first time one comes in somewhere in the middle.
    let turning = false;
    let inside = false; // It was in the loop, and has not been moved since.

    const turn = () => {
      tell(clean);
      clean = true;
      turning = true;
      player.currentTime = seekPoint(startS);
    };
    const watch = () => {
      if (player.paused || player.seeking) return;
      const timeS = clock.timeS();
      if (isLoopOver({ startS, endS }, timeS, player.playbackRate, inside)) turn();
      else if (timeS >= startS && timeS < endS) inside = true;
    };
    /** The loop of the last move meets the end of the file, where the browser stops by itself. */
    const startOver = () => {
      turn();
      void player.play().catch(() => undefined);
    };
    const soil = () => {
      if (!turning && !player.ended) clean = false;
    };
    const jump = () => {
      if (!turning) inside = false;
      soil();
    };
    const arrive = () => {
      turning = false;
    };
    const unwatch = clock.subscribe(watch);
    const handlers = { ended: startOver, pause: soil, seeking: jump, seeked: arrive };
    for (const [event, handler] of Object.entries(handlers)) player.addEventListener(event, handler);
    return () => {
      unwatch();
      for (const [event, handler] of Object.entries(handlers)) player.removeEventListener(event, handler);
    };
  }, [videoRef, clock, startS, endS]);
}
