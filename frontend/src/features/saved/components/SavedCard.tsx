import { Link } from "react-router";
import type { TaskSummary } from "@/shared/api/types";
import { CountBar } from "@/shared/counts/CountBar";
import { language, useMessages } from "@/shared/i18n";
import { formatMoment, formatTime } from "@/shared/i18n/format";
import { IconButton } from "@/shared/ui/Button";
import styles from "./SavedCard.module.css";

interface SavedCardProps {
  task: TaskSummary;
  onRemove: () => void;
}

/** One dance: its poster or how far it is, its song and wishes, and the way to delete it. */
export function SavedCard({ task, onRemove }: SavedCardProps) {
  const words = useMessages();
  const spoken = language.use();
  const title = task.song?.title ?? words.task.untitled;
  return (
    <li className={styles.card}>
      <div className={styles.picture}>
        {task.poster_url !== null ? (
          <>
            <img src={task.poster_url} alt="" loading="lazy" />
            <span className={styles.length}>{formatTime(task.duration_s ?? task.song?.duration_s ?? 0)}</span>
          </>
        ) : (
          <CountBar className={styles.bar} lit={Math.floor(task.progress / 12.5)} />
        )}
      </div>
      <div className={styles.text}>
        <h2 className={styles.title}>
          <Link to={`/dance/${task.task_id}`}>{title}</Link>
        </h2>
        <p>{task.song?.artist}</p>
        <p>
          {words.difficulty[task.difficulty]} · {words.style[task.style]}
        </p>
        <p>
          {task.status === "completed"
            ? formatMoment(task.created_at, spoken)
            : words.saved.status[task.status]}
        </p>
      </div>
      <IconButton
        icon="trash"
        label={words.saved.removeNamed(title)}
        className={styles.remove}
        onClick={onRemove}
      />
    </li>
  );
}
