import { useMessages } from "@/shared/i18n";
import styles from "./Compromises.module.css";

/** Which wishes the library could not fulfil, said as they are. Several fold away: the moves come first. */
export function Compromises({ sentences }: { sentences: readonly string[] }) {
  const { player } = useMessages();
  if (sentences.length === 0) return null;
  return (
    <details className={styles.compromises} open={sentences.length === 1}>
      <summary>
        {player.compromises} ({sentences.length})
      </summary>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}
