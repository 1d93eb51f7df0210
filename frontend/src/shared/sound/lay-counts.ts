import { countOf, type CountGrid } from "@/shared/counts/grid";
import { audioClock } from "./audio";
import { click } from "./clicks";
import type { Clock } from "./clock";
import { upcoming, type Round } from "./upcoming";

/** Sound is laid this far ahead: longer than a busy page blinks, shorter than anybody waits for a change. */
export const AHEAD_S = 0.15;
const LAY_EVERY_MS = 40;

interface Laying {
  media: HTMLMediaElement;
  clock: Clock;
  grid: CountGrid;
  loop: Round | null;
  aheadS: () => number;
  /** Let a beat be heard `inS` seconds from now; returns how to take it back, where that is possible. */
  sound: (beat: number, inS: number) => (() => void) | null;
  /** What was laid no longer holds: the music stopped, jumped or changed its speed. */
  onForget?: () => void;
}

/** Let every beat of playing music be heard, laid a moment ahead. Returns how to stop. */
export function layCounts({ media, clock, grid, loop, aheadS, sound, onForget }: Laying): () => void {
  let laid = -1;
  let takeBack: (() => void)[] = [];

  const lay = () => {
    if (media.paused || media.seeking) return;
    for (const { beat, inS } of upcoming(grid, clock.timeS(), media.playbackRate, aheadS(), loop)) {
      if (beat <= laid) continue;
      laid = beat;
      const undo = sound(beat, inS);
      if (undo) takeBack.push(undo);
    }
    takeBack = takeBack.slice(-8);
  };
  const forget = () => {
    takeBack.forEach((undo) => undo());
    takeBack = [];
    laid = -1;
    onForget?.();
  };
  const timer = setInterval(lay, LAY_EVERY_MS);
  const events = ["pause", "seeking", "ratechange"];
  events.forEach((event) => media.addEventListener(event, forget));
  return () => {
    clearInterval(timer);
    events.forEach((event) => media.removeEventListener(event, forget));
    forget();
  };
}

/** Click a beat in the pitch of its count; null where the browser has no audio clock. */
export function clickIn(grid: CountGrid, beat: number, inS: number): (() => void) | null {
  const audio = audioClock();
  return audio && click(audio, countOf(grid, beat), audio.currentTime + inS);
}
