import { useEffect, type RefObject } from "react";
import type { Blueprint } from "@/shared/api/types";
import { countOf, isTap } from "@/shared/counts/grid";
import { language, useMessages } from "@/shared/i18n";
import { audioClock } from "../lib/audio";
import { click } from "../lib/clicks";
import type { Clock } from "../lib/clock";
import type { Loop } from "../lib/loop";
import { habits } from "../lib/memory";
import { nextSegmentIndex } from "../lib/segments";
import { upcoming } from "../lib/upcoming";
import { createVoice } from "../lib/voice";

/** Sound is laid this far ahead: longer than a busy page blinks, shorter than anybody waits for a change. */
const AHEAD_S = 0.15;
const LAY_EVERY_MS = 40;

/** Let the counts be heard, as clicks or as a voice that also calls the next move a phrase ahead. */
export function useCountSound(
  videoRef: RefObject<HTMLVideoElement | null>,
  clock: Clock,
  { grid, segments }: Blueprint,
  loop: Loop | null,
): void {
  const { counts } = habits.use();
  const spoken = language.use();
  const { player } = useMessages();
  const startS = loop?.startS;
  const endS = loop?.endS;

  useEffect(() => {
    const video = videoRef.current;
    if (!video || counts === "off") return;
    const looped = startS === undefined || endS === undefined ? null : { startS, endS };
    const voice = counts === "voice" ? createVoice(spoken) : null;
    let laid = -1;
    let takeBack: (() => void)[] = [];

    const say = (beat: number) => {
      const next = segments[nextSegmentIndex(segments, clock.timeS()) ?? -1];
      const called = next && next.target.first_beat - beat === 8;
      const count = countOf(grid, beat);
      voice?.say(called ? next.name : isTap(count) ? player.tap : String(count));
    };
    const lay = () => {
      if (video.paused || video.seeking) return;
      const aheadS = voice ? voice.leadS() : AHEAD_S;
      for (const { beat, inS } of upcoming(grid, clock.timeS(), video.playbackRate, aheadS, looped)) {
        if (beat <= laid) continue;
        laid = beat;
        const audio = voice ? null : audioClock();
        if (audio) takeBack.push(click(audio, countOf(grid, beat), audio.currentTime + inS));
        else say(beat);
      }
      takeBack = takeBack.slice(-8);
    };
    /** What was laid ahead is no longer true after a pause or a jump. */
    const forget = () => {
      takeBack.forEach((undo) => undo());
      takeBack = [];
      laid = -1;
      voice?.hush();
    };
    const timer = setInterval(lay, LAY_EVERY_MS);
    const events = ["pause", "seeking", "ratechange"];
    events.forEach((event) => video.addEventListener(event, forget));
    return () => {
      clearInterval(timer);
      events.forEach((event) => video.removeEventListener(event, forget));
      forget();
    };
  }, [videoRef, clock, grid, segments, counts, spoken, player, startS, endS]);
}
