import type { Task } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { Button, ButtonLink } from "@/shared/ui/Button";
import { Notice } from "@/shared/ui/Notice";
import { WishLine } from "./WishLine";
import styles from "./TaskProgress.module.css";

interface TaskStoppedProps {
  task: Task;
  starting: boolean;
  onStartAgain: () => void;
}

/** A dance that failed or was cancelled: what happened, and two ways on. */
export function TaskStopped({ task, starting, onStartAgain }: TaskStoppedProps) {
  const { task: words, actions, generate, errors } = useMessages();
  const failed = task.status === "failed";
  return (
    <section className={styles.progress}>
      <header>
        <h1>{failed ? words.failedTitle : words.cancelledTitle}</h1>
        <WishLine task={task} withTitle />
      </header>
      {failed ? (
        <Notice kind="trouble">
          <p>{task.error?.detail ?? errors.broken}</p>
        </Notice>
      ) : (
        <p>{words.cancelled}</p>
      )}
      <div className={styles.ways}>
        {task.song && (
          <Button look="primary" onClick={onStartAgain} disabled={starting}>
            {starting ? generate.starting : words.again}
          </Button>
        )}
        <ButtonLink to={`/dance?${wishQuery(task)}`}>{actions.toSongs}</ButtonLink>
      </div>
    </section>
  );
}

const wishQuery = ({ song, difficulty, energy, style }: Task) =>
  new URLSearchParams({
    ...(song && { song: song.id }),
    ...(difficulty && { difficulty }),
    ...(energy && { energy }),
    ...(style && { style }),
  }).toString();
