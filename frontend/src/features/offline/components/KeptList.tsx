import { Link } from "react-router";
import { ButtonLink, IconButton } from "@/shared/ui/Button";
import { EmptyPlace } from "@/shared/ui/EmptyPlace";
import { useDropDance, useKeptDances } from "../api/useKept";
import { useOfflineWords } from "../words";
import styles from "./KeptList.module.css";

/** The dances on this device, with or without a network. */
export function KeptList() {
  const words = useOfflineWords();
  const { data: dances } = useKeptDances();
  const drop = useDropDance();
  if (!dances) return null;
  if (dances.length === 0)
    return (
      <EmptyPlace title={words.emptyTitle} action={<ButtonLink to="/saved">{words.toSaved}</ButtonLink>}>
        {words.empty}
      </EmptyPlace>
    );
  return (
    <ul className={styles.list}>
      {dances.map(({ taskId, title, bytes, result }) => (
        <li key={taskId} className={styles.dance}>
          <img className={styles.poster} src={result.poster_url} alt="" />
          <div className={styles.words}>
            <Link className={styles.title} to={`/kept/${taskId}`}>
              {title}
            </Link>
            <p className={styles.size}>{words.size(bytes / 1e6)}</p>
          </div>
          <IconButton icon="trash" label={words.drop(title)} onClick={() => drop.mutate(taskId)} />
        </li>
      ))}
    </ul>
  );
}
