import { useEffect } from "react";

/** Keep the screen of a phone on its shelf lit while the video plays, where the browser can. */
export function useAwake(playing: boolean): void {
  useEffect(() => {
    const { wakeLock } = navigator as Partial<Navigator>;
    if (!playing || !wakeLock) return;
    let left = false;
    let lock: WakeLockSentinel | null = null;
    wakeLock
      .request("screen")
      .then((granted) => {
        lock = granted;
        if (left) void granted.release();
      })
      .catch(() => undefined); // A low battery may refuse; the dance goes on.
    return () => {
      left = true;
      void lock?.release();
    };
  }, [playing]);
}
