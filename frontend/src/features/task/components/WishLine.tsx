import type { TaskSummary } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import styles from "./WishLine.module.css";

/** The song of a dance and what was wished for it. */
export function WishLine({ task }: { task: Pick<TaskSummary, "song" | "difficulty" | "energy" | "style"> }) {
  const words = useMessages();
  return (
    <p className={styles.line}>
      <span className={styles.song}>{task.song.title}</span> · {task.song.artist} ·{" "}
      {words.difficulty[task.difficulty]} · {words.generate.energy}: {words.energy[task.energy].toLowerCase()}{" "}
      · {words.style[task.style]}
    </p>
  );
}
