import { useEffect, useRef, useState } from "react";
import type { Song } from "@/shared/api/types";
import { PREVIEW_S, previewStartS } from "../lib/preview";

export interface SongPreview {
  playingId: string | null;
  failedId: string | null;
  toggle: (song: Song) => void;
}

/** Play a piece of one song at a time; leaving the page ends it. */
export function useSongPreview(): SongPreview {
  const audio = useRef<HTMLAudioElement | null>(null);
  const [playingId, setPlayingId] = useState<string | null>(null);
  const [failedId, setFailedId] = useState<string | null>(null);

  useEffect(() => () => audio.current?.pause(), []);

  const stop = () => {
    audio.current?.pause();
    audio.current = null;
    setPlayingId(null);
  };

  const start = (song: Song) => {
    stop();
    setFailedId(null);
    const player = listenTo(song, stop);
    audio.current = player;
    setPlayingId(song.id);
    player.play().catch(() => {
      if (audio.current !== player) return; // Another preview took over.
      stop();
      setFailedId(song.id);
    });
  };

  return { playingId, failedId, toggle: (song) => (playingId === song.id ? stop() : start(song)) };
}

function listenTo(song: Song, onEnd: () => void): HTMLAudioElement {
  const startS = previewStartS(song.sections);
  const player = new Audio(song.audio_url);
  player.currentTime = startS;
  player.addEventListener("ended", onEnd);
  player.addEventListener("timeupdate", () => {
    if (player.currentTime >= startS + PREVIEW_S) onEnd();
  });
  return player;
}
