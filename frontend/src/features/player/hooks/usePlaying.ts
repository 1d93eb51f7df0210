import { useSyncExternalStore, type RefObject } from "react";

/** Whether the video plays, as the video itself says. */
export function usePlaying(videoRef: RefObject<HTMLVideoElement | null>): boolean {
  return useSyncExternalStore(
    (listener) => {
      const player = videoRef.current;
      const events = ["play", "pause", "ended", "emptied"];
      events.forEach((event) => player?.addEventListener(event, listener));
      return () => events.forEach((event) => player?.removeEventListener(event, listener));
    },
    () => videoRef.current?.paused === false,
  );
}
