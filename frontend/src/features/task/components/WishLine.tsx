import type { TaskSummary } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import styles from "./WishLine.module.css";

interface WishLineProps {
  task: Pick<TaskSummary, "song" | "difficulty" | "energy" | "style">;
  /** Whether to name the song, too, where no heading does. */
  withTitle?: boolean;
}

/** The song of a dance and what was wished for it. */
export function WishLine({ task, withTitle = false }: WishLineProps) {
  const words = useMessages();
  const facts = [
    task.song?.artist ?? "",
    task.difficulty ? words.difficulty[task.difficulty] : "",
    task.energy ? `${words.generate.energy}:\u00a0${words.energy[task.energy].toLowerCase()}` : "",
    task.style ? words.style[task.style] : "",
  ].filter((fact) => fact !== ""); // A song may have come without an artist, a sentence without a wish.
  return (
    <p className={styles.line}>
      {withTitle && (
        <>
          <strong>{task.song?.title ?? words.task.untitled}</strong>
          {"\u00a0· "}
        </>
      )}
      {facts.join("\u00a0· ")}
    </p>
  );
}
