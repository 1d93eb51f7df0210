import { useEffect, useEffectEvent, type RefObject } from "react";
import { keepPlace, recallPlace } from "../lib/memory";
import type { PracticeLoop } from "../lib/range";

const KEEP_EVERY_S = 1;

/** Go to where one stopped the last time, and remember where one stops now. */
export function useKeptPlace(
  videoRef: RefObject<HTMLVideoElement | null>,
  taskId: string,
  loop: PracticeLoop | null,
) {
  useEffect(() => {
    const player = videoRef.current;
    const place = recallPlace(taskId);
    if (player && place) player.currentTime = place.timeS;
  }, [videoRef, taskId]);

  const keep = useEffectEvent((player: HTMLVideoElement) => {
    // Ahead of the first data a new address stands at 0, which nobody chose.
    if (player.readyState === HTMLMediaElement.HAVE_NOTHING) return;
    keepPlace(taskId, { timeS: player.ended ? 0 : player.currentTime, loop });
  });

  useEffect(() => {
    if (videoRef.current) keep(videoRef.current);
  }, [videoRef, loop]);

  useEffect(() => {
    const player = videoRef.current;
    if (!player) return;
    let keptS = player.currentTime;
    const keepNow = () => {
      keptS = player.currentTime;
      keep(player);
    };
    const keepNowAndThen = () => {
      if (Math.abs(player.currentTime - keptS) >= KEEP_EVERY_S) keepNow();
    };
    player.addEventListener("pause", keepNow);
    player.addEventListener("seeked", keepNow);
    player.addEventListener("timeupdate", keepNowAndThen);
    window.addEventListener("pagehide", keepNow);
    return () => {
      player.removeEventListener("pause", keepNow);
      player.removeEventListener("seeked", keepNow);
      player.removeEventListener("timeupdate", keepNowAndThen);
      window.removeEventListener("pagehide", keepNow);
    };
  }, [videoRef, taskId]);
}
