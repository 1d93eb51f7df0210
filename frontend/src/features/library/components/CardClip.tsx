import { useEffect, useRef } from "react";
import { useMove } from "../api/moves";
import styles from "./MoveCard.module.css";

/** The clip of a card, without sound, over and over; the still stays behind it until it comes. */
export function CardClip({ moveId }: { moveId: string }) {
  const { data: move } = useMove(moveId);
  const clip = useRef<HTMLVideoElement>(null);
  const url = move?.clip_url ?? null;
  useEffect(() => {
    void clip.current?.play().catch(() => undefined); // A clip that will not play leaves its still.
  }, [url]);
  if (url === null) return null;
  return (
    <video
      ref={clip}
      className={styles.clip}
      src={url}
      muted
      loop
      playsInline
      tabIndex={-1}
      aria-hidden="true"
    />
  );
}
