/** A frame that the browser has shown: its time in the video, and the moment it came on the screen. */
export interface ShownFrame {
  readonly mediaTimeS: number;
  readonly shownAtMs: number;
}

/** Past this a stalled video is no longer running on. */
const LONGEST_FRAME_MS = 250;

/**
 * The time of the video at a moment, from the last shown frame on: `currentTime` alone moves in steps of up to 40 ms in
 * some browsers, which is a third of a count's blink too coarse for a loop.
 */
export function timeAt(frame: ShownFrame, nowMs: number, rate: number): number {
  const sinceMs = Math.min(Math.max(0, nowMs - frame.shownAtMs), LONGEST_FRAME_MS);
  return frame.mediaTimeS + (sinceMs / 1000) * rate;
}
