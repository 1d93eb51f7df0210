import { useEffect, type RefObject } from "react";
import { habits } from "../lib/memory";

/** Play at the chosen speed, the pitch of the music kept. */
export function useVideoHabits(videoRef: RefObject<HTMLVideoElement | null>): void {
  const { rate } = habits.use();
  useEffect(() => {
    const player = videoRef.current;
    if (!player) return;
    player.preservesPitch = true;
    player.defaultPlaybackRate = rate; // A renewed address loads anew and starts at this one.
    player.playbackRate = rate;
  }, [videoRef, rate]);
}
