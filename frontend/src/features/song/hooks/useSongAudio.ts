import { useEffect, useRef, useState, type RefObject } from "react";
import { createClock, type Clock } from "@/shared/sound/clock";
import { runMediaClock } from "@/shared/sound/run-media-clock";

export interface SongAudio {
  audioRef: RefObject<HTMLAudioElement | null>;
  clock: Clock;
  playing: boolean;
  failed: boolean;
  toggle: () => void;
  seek: (timeS: number) => void;
  /** For the audio element. */
  events: { onPlay: () => void; onPause: () => void; onError: () => void };
}

/** A song that plays, with a clock that everything on the page follows. */
export function useSongAudio(durationS: number): SongAudio {
  const audioRef = useRef<HTMLAudioElement>(null);
  const [clock] = useState(createClock);
  const [playing, setPlaying] = useState(false);
  const [failed, setFailed] = useState(false);

  useEffect(() => (audioRef.current ? runMediaClock(audioRef.current, clock) : undefined), [clock]);

  return {
    audioRef,
    clock,
    playing,
    failed,
    toggle: () => {
      const audio = audioRef.current;
      if (!audio) return;
      setFailed(false);
      if (audio.paused) audio.play().catch(() => setFailed(true));
      else audio.pause();
    },
    seek: (timeS) => {
      const audio = audioRef.current;
      const target = Math.min(Math.max(timeS, 0), durationS);
      if (audio) audio.currentTime = target;
      clock.publish(target);
    },
    events: {
      onPlay: () => setPlaying(true),
      onPause: () => setPlaying(false),
      onError: () => setFailed(true),
    },
  };
}
