import { Link } from "react-router";
import { CountBar } from "@/shared/counts/CountBar";
import { IconButton } from "@/shared/ui/Button";
import { useDismiss, useUnfinished } from "../api/tasks";
import { useCollectionWords } from "../words";
import styles from "./Unfinished.module.css";

/** Dances that are on their way, and those that did not work out. */
export function Unfinished() {
  const words = useCollectionWords();
  const { data: tasks } = useUnfinished();
  const dismiss = useDismiss();
  if (!tasks || tasks.length === 0) return null;
  return (
    <section className={styles.unfinished}>
      <h2>{words.making}</h2>
      <ul className={styles.list}>
        {tasks.map(({ task_id, song, status, progress }) => {
          const title = song?.title ?? words.untitled;
          const isOver = status === "failed" || status === "cancelled";
          return (
            <li key={task_id} className={styles.task}>
              <CountBar className={styles.bar} lit={isOver ? 0 : Math.floor(progress / 12.5)} />
              <div>
                <Link to={`/dance/${task_id}`}>{title}</Link>
                <p>{words.status[status]}</p>
              </div>
              {isOver && (
                <IconButton
                  icon="close"
                  label={words.dismiss(title)}
                  onClick={() => dismiss.mutate(task_id)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
