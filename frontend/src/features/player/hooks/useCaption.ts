import { useEffect, useState, type RefObject } from "react";

/**
 * The caption of the moment as plain text. The page shows it itself: the browser's own captions lie on the video and would
 * be mirrored with it.
 */
export function useCaption(videoRef: RefObject<HTMLVideoElement | null>, on: boolean): string {
  const [text, setText] = useState("");

  useEffect(() => {
    const track = Array.from(videoRef.current?.textTracks ?? []).find(({ kind }) => kind === "captions");
    if (!track) return;
    track.mode = on ? "hidden" : "disabled"; // "hidden" loads the cues and tells us of them without drawing.
    const show = () => setText(Array.from(track.activeCues ?? [], plainText).join("\n"));
    track.addEventListener("cuechange", show);
    return () => track.removeEventListener("cuechange", show);
  }, [videoRef, on]);

  return on ? text : "";
}

const plainText = (cue: TextTrackCue): string =>
  cue instanceof VTTCue ? cue.getCueAsHTML().textContent : "";
