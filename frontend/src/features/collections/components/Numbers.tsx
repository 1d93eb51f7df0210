import type { CollectionStatistics } from "../types";
import { useCollectionWords } from "../words";
import styles from "./Numbers.module.css";

/** The collection in numbers, in one line. */
export function Numbers({ statistics }: { statistics: CollectionStatistics }) {
  const words = useCollectionWords();
  const { saved, minutes, practised_minutes } = statistics;
  const told = [words.dances(saved), words.minutes(minutes), words.practised(practised_minutes)];
  return <p className={styles.numbers}>{told.join(" · ")}</p>;
}
