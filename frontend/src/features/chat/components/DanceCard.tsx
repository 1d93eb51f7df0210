import { useState, type ReactNode } from "react";
import { Link } from "react-router";
import type { Task, TaskResult } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { ButtonLink } from "@/shared/ui/Button";
import { useChatWords } from "../words";
import styles from "./DanceCard.module.css";

interface DanceCardProps {
  task: Task;
  result: TaskResult;
  /** What was wished for it, in a line. */
  children: ReactNode;
  /** The addresses have run out: fetch new ones. */
  onExpired: () => Promise<unknown>;
}

/** The dance a sentence made: to watch here, to practise on its own page. */
export function DanceCard({ task, result, children, onExpired }: DanceCardProps) {
  const words = useChatWords();
  const { task: shared } = useMessages();
  const [renewed, setRenewed] = useState(false);
  const title = task.song?.title ?? shared.untitled;
  const path = `/dance/${task.task_id}`;
  const renew = () => {
    if (renewed) return; // Once: what does not play with a fresh address will not play.
    setRenewed(true);
    void onExpired();
  };
  return (
    <article className={styles.card}>
      <video
        className={styles.video}
        src={result.video_url}
        poster={result.poster_url}
        aria-label={title}
        controls
        playsInline
        preload="none"
        onError={renew}
        onPlaying={() => setRenewed(false)}
      >
        <track kind="captions" src={result.captions_url} srcLang="en" />
      </video>
      <div className={styles.text}>
        <h3>
          <Link to={path}>{title}</Link>
        </h3>
        {children}
      </div>
      <ButtonLink to={path} icon="dance">
        {words.practise}
      </ButtonLink>
    </article>
  );
}
