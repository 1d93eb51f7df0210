import { useState, type RefObject } from "react";
import type { TaskResult } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { Notice } from "@/shared/ui/Notice";
import { useCaption } from "../hooks/useCaption";
import type { useGestures } from "../hooks/useGestures";
import { habits } from "../lib/memory";
import styles from "./VideoStage.module.css";

interface VideoStageProps {
  videoRef: RefObject<HTMLVideoElement | null>;
  result: TaskResult;
  title: string;
  captions: boolean;
  gestures: ReturnType<typeof useGestures>;
  /** Fetch fresh addresses: signed ones run out after an hour. */
  onExpired: () => Promise<unknown>;
}

/** The video, in room reserved for its shape, mirrored or not, its captions above it. */
export function VideoStage({ videoRef, result, title, captions, gestures, onExpired }: VideoStageProps) {
  const { mirrored } = habits.use();
  const [trouble, setTrouble] = useState<"none" | "renewing" | "failed">("none");
  const caption = useCaption(videoRef, captions);
  const { width, height } = result.blueprint.output;

  const renew = () => {
    const player = videoRef.current;
    const stoppedAtS = player?.currentTime ?? 0;
    setTrouble("renewing");
    void onExpired().finally(() => {
      player?.load();
      if (player) player.currentTime = stoppedAtS;
    });
  };
  return (
    <div className={styles.stage}>
      <video
        ref={videoRef}
        className={styles.video}
        data-mirrored={mirrored}
        style={{ aspectRatio: `${width} / ${height}` }}
        src={result.video_url}
        poster={result.poster_url}
        aria-label={title}
        playsInline
        preload="auto"
        {...gestures}
        onLoadedData={() => setTrouble("none")}
        onError={() => (trouble === "none" ? renew() : setTrouble("failed"))}
      >
        <track kind="captions" src={result.captions_url} srcLang="en" />
      </video>
      {caption !== "" && <p className={styles.caption}>{caption}</p>}
      {trouble === "failed" && <VideoFailed onRetry={renew} />}
    </div>
  );
}

function VideoFailed({ onRetry }: { onRetry: () => void }) {
  const { player, actions } = useMessages();
  return (
    <div className={styles.failed}>
      <Notice kind="trouble" title={player.videoFailedTitle}>
        <p>{player.videoFailed}</p>
        <Button onClick={onRetry}>{actions.tryAgain}</Button>
      </Notice>
    </div>
  );
}
