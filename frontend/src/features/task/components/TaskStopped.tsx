import type { Task } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { Button, ButtonLink } from "@/shared/ui/Button";
import { Notice } from "@/shared/ui/Notice";
import { useTaskWords } from "../words";
import { WishLine } from "./WishLine";
import styles from "./TaskProgress.module.css";

interface TaskStoppedProps {
  task: Task;
  starting: boolean;
  onStartAgain: () => void;
}

/** Faults of the song or the wish: the same again would fail the same way. */
const NEEDS_ANOTHER_WISH: ReadonlySet<string> = new Set([
  "empty_library",
  "too_few_moves",
  "no_move_of_that_difficulty",
  "impossible_filter",
  "song_out_of_reach",
  "song_too_short",
  "no_move_fits",
  "sound_too_short",
  "silent_sound",
  "damaged_sound",
  "no_rhythm",
  "song_damaged",
  "song_missing",
]);

/** A dance that failed or was cancelled: what happened, and two ways on. */
export function TaskStopped({ task, starting, onStartAgain }: TaskStoppedProps) {
  const { task: words, actions, generate, errors } = useMessages();
  const { failure } = useTaskWords();
  const failed = task.status === "failed";
  const hopeless = task.error !== null && NEEDS_ANOTHER_WISH.has(task.error.code);
  return (
    <section className={styles.progress}>
      <header>
        <h1>{failed ? words.failedTitle : words.cancelledTitle}</h1>
        <WishLine task={task} withTitle />
      </header>
      {failed ? (
        <Notice kind="trouble">
          <p>{task.error ? failure(task.error.code, task.error.detail) : errors.broken}</p>
        </Notice>
      ) : (
        <p>{words.cancelled}</p>
      )}
      <div className={styles.ways}>
        {task.song && (
          <Button look={hopeless ? "plain" : "primary"} onClick={onStartAgain} disabled={starting}>
            {starting ? generate.starting : words.again}
          </Button>
        )}
        <ButtonLink look={hopeless ? "primary" : "plain"} to={`/dance?${wishQuery(task)}`}>
          {actions.toSongs}
        </ButtonLink>
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
