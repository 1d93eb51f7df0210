import { CountBar } from "@/shared/counts/CountBar";
import styles from "./PhraseRuler.module.css";

const MOST = 8;

/** Phrases as rulers of eight counts; more than eight of them end in dots. The words above say the numbers. */
export function PhraseRuler({ first, last }: { first: number; last: number }) {
  const phrases = Array.from(
    { length: Math.min(last - first + 1, MOST) },
    (_nothing, index) => first + index,
  );
  return (
    <div className={styles.ruler} aria-hidden="true">
      {phrases.map((phrase) => (
        <span key={phrase} className={styles.phrase}>
          <CountBar className={styles.bar} />
          {phrase}
        </span>
      ))}
      {last - first + 1 > MOST && <span>…</span>}
    </div>
  );
}
