import { useEffect, type RefObject } from "react";
import { keepPlace, recallPlace } from "../lib/memory";

const KEEP_EVERY_S = 1;

/** Go to where one stopped the last time, and remember where one stops now. */
export function useKeptPlace(
  videoRef: RefObject<HTMLVideoElement | null>,
  taskId: string,
  loopIndex: number | null,
) {
  useEffect(() => {
    const player = videoRef.current;
    const place = recallPlace(taskId);
    if (player && place) player.currentTime = place.timeS;
  }, [videoRef, taskId]);

  useEffect(() => {
    const player = videoRef.current;
    if (!player) return;
    let keptS = player.currentTime;
    const keep = () => {
      // Ahead of the first data a new address stands at 0, which nobody chose.
      if (player.readyState === HTMLMediaElement.HAVE_NOTHING) return;
      keptS = player.currentTime;
      keepPlace(taskId, { timeS: player.ended ? 0 : keptS, loopIndex });
    };
    const keepNowAndThen = () => {
      if (Math.abs(player.currentTime - keptS) >= KEEP_EVERY_S) keep();
    };
    keep();
    player.addEventListener("pause", keep);
    player.addEventListener("seeked", keep);
    player.addEventListener("timeupdate", keepNowAndThen);
    window.addEventListener("pagehide", keep);
    return () => {
      player.removeEventListener("pause", keep);
      player.removeEventListener("seeked", keep);
      player.removeEventListener("timeupdate", keepNowAndThen);
      window.removeEventListener("pagehide", keep);
    };
  }, [videoRef, taskId, loopIndex]);
}
