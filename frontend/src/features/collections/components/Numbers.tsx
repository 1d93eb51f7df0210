import type { CollectionStatistics } from "../types";
import { useCollectionWords } from "../words";
import styles from "./Numbers.module.css";

/** The collection in numbers, in one line whose room is kept; nothing is said of an empty one. */
export function Numbers({ statistics }: { statistics: CollectionStatistics | undefined }) {
  const words = useCollectionWords();
  if (!statistics?.saved) return <p className={styles.numbers} />;
  const { saved, minutes, practised_minutes } = statistics;
  const told = [words.dances(saved), words.minutes(minutes), words.practised(practised_minutes)];
  return <p className={styles.numbers}>{told.join(" · ")}</p>;
}
