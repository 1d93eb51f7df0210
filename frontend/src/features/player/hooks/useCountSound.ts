import { useEffect, type RefObject } from "react";
import type { Blueprint } from "@/shared/api/types";
import { countOf, isTap } from "@/shared/counts/grid";
import { language, useMessages } from "@/shared/i18n";
import type { Clock } from "@/shared/sound/clock";
import { AHEAD_S, clickIn, layCounts } from "@/shared/sound/lay-counts";
import type { Loop } from "../lib/loop";
import { habits } from "../lib/memory";
import { nextSegmentIndex } from "../lib/segments";
import { createVoice } from "../lib/voice";

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
    const say = (beat: number) => {
      const next = segments[nextSegmentIndex(segments, clock.timeS()) ?? -1];
      const called = next && next.target.first_beat - beat === 8;
      const count = countOf(grid, beat);
      voice?.say(called ? next.name : isTap(count) ? player.tap : String(count));
    };
    return layCounts({
      media: video,
      clock,
      grid,
      loop: looped,
      aheadS: () => (voice ? voice.leadS() : AHEAD_S),
      sound: (beat, inS) => {
        if (!voice) return clickIn(grid, beat, inS);
        say(beat);
        return null;
      },
      onForget: () => voice?.hush(),
    });
  }, [videoRef, clock, grid, segments, counts, spoken, player, startS, endS]);
}
