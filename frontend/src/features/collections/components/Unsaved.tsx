import { Link } from "react-router";
import { Button } from "@/shared/ui/Button";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useSave } from "../api/changeSaved";
import { useUnsaved } from "../api/tasks";
import { useCollectionWords } from "../words";
import styles from "./Unfinished.module.css";

/** Finished dances that wait to be saved. */
export function Unsaved() {
  const words = useCollectionWords();
  const tasks = useUnsaved().data?.results;
  const save = useSave();
  if (!tasks || tasks.length === 0) return null;
  return (
    <section className={styles.unfinished}>
      <h2>{words.unsaved}</h2>
      <ul className={styles.list}>
        {tasks.map(({ task_id, song, poster_url, choreography_id }) => {
          const title = song?.title ?? words.untitled;
          return (
            <li key={task_id} className={styles.task}>
              <img className={styles.poster} src={poster_url ?? undefined} alt="" loading="lazy" />
              <div>
                <Link to={`/dance/${task_id}`}>{title}</Link>
                <p>{song?.artist}</p>
              </div>
              <Button
                icon="saved"
                aria-label={words.saveNamed(title)}
                disabled={save.isPending || choreography_id === null}
                onClick={() => choreography_id !== null && save.mutate(choreography_id)}
              >
                {words.save}
              </Button>
            </li>
          );
        })}
      </ul>
      {save.error && <ProblemNotice error={save.error} />}
    </section>
  );
}
