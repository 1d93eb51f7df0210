import { useEffect, useRef, useState } from "react";
import { uploadSong } from "../api/uploadSong";
import type { SongImport } from "../types";

export interface Sending {
  name: string;
  /** Share of the bytes that have left, 0..1. */
  share: number;
}

/** Send one file at a time; leaving the page stops it, as nobody could say what became of it. */
export function useSendSong(onAccepted: (arrived: SongImport) => void) {
  const [sending, setSending] = useState<Sending | null>(null);
  const [error, setError] = useState<unknown>(null);
  const ending = useRef<AbortController | null>(null);

  useEffect(() => () => ending.current?.abort(), []);

  const send = async (file: File) => {
    const control = new AbortController();
    ending.current?.abort();
    ending.current = control;
    setError(null);
    setSending({ name: file.name, share: 0 });
    const isLast = () => ending.current === control;
    try {
      const arrived = await uploadSong(file, {
        onProgress: (share) => isLast() && setSending({ name: file.name, share }),
        signal: control.signal,
      });
      if (isLast()) onAccepted(arrived);
    } catch (problem) {
      if (isLast() && !control.signal.aborted) setError(problem);
    } finally {
      if (isLast()) setSending(null);
    }
  };
  return { sending, error, send, stop: () => ending.current?.abort(), forgive: () => setError(null) };
}
