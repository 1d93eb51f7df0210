import type { Clock } from "./clock";

/** Keep a clock on the time of a sound or a clip, at every frame of the screen while it plays. Returns how to stop. */
export function runMediaClock(media: HTMLMediaElement, clock: Clock): () => void {
  let tick = 0;
  const tell = () => clock.publish(media.currentTime);
  const run = () => {
    tell();
    tick = requestAnimationFrame(run);
  };
  const start = () => {
    cancelAnimationFrame(tick);
    run();
  };
  const stop = () => {
    cancelAnimationFrame(tick);
    tell();
  };
  const handlers = { play: start, pause: stop, ended: stop, seeking: tell, seeked: tell, timeupdate: tell };
  for (const [event, handler] of Object.entries(handlers)) media.addEventListener(event, handler);
  if (!media.paused) start();
  return () => {
    for (const [event, handler] of Object.entries(handlers)) media.removeEventListener(event, handler);
    cancelAnimationFrame(tick);
  };
}
