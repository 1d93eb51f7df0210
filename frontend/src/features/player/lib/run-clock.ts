import type { Clock } from "@/shared/sound/clock";
import { timeAt, type ShownFrame } from "./frame-time";

/** Keep a clock on the time of a video, at every frame of the screen while it plays. Returns how to stop. */
export function runClock(video: HTMLVideoElement, clock: Clock): () => void {
  let frame: ShownFrame | null = null;
  let tick = 0;
  let watch = 0;
  const seesFrames = "requestVideoFrameCallback" in HTMLVideoElement.prototype;

  const look = (_now: number, shown: VideoFrameCallbackMetadata) => {
    // A frame from before a seek may still arrive after it.
    if (!video.seeking) frame = { mediaTimeS: shown.mediaTime, shownAtMs: shown.expectedDisplayTime };
    watch = video.requestVideoFrameCallback(look);
  };
  const run = (nowMs: number) => {
    const running = frame !== null && !video.seeking && !video.paused;
    clock.publish(running && frame ? timeAt(frame, nowMs, video.playbackRate) : video.currentTime);
    tick = requestAnimationFrame(run);
  };
  const start = () => {
    cancelAnimationFrame(tick);
    tick = requestAnimationFrame(run);
  };
  const stop = () => {
    cancelAnimationFrame(tick);
    forget();
  };
  const forget = () => {
    frame = null;
    clock.publish(video.currentTime);
  };
  /** A hidden tab has no frames, but its sound goes on. */
  const beat = () => {
    if (document.hidden || video.paused) forget();
  };

  const handlers = {
    play: start,
    pause: stop,
    ended: stop,
    seeking: forget,
    ratechange: forget,
    timeupdate: beat,
  };
  for (const [event, handler] of Object.entries(handlers)) video.addEventListener(event, handler);
  if (seesFrames) watch = video.requestVideoFrameCallback(look);
  if (!video.paused) start();
  return () => {
    for (const [event, handler] of Object.entries(handlers)) video.removeEventListener(event, handler);
    cancelAnimationFrame(tick);
    if (seesFrames) video.cancelVideoFrameCallback(watch);
  };
}
