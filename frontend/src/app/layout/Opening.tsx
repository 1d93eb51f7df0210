import { CountBar } from "@/shared/counts/CountBar";
import { useMessages } from "@/shared/i18n";
import styles from "./Opening.module.css";

/** The blink between opening the page and knowing who is there. */
export function Opening() {
  const { loading } = useMessages();
  return (
    <main className={styles.opening}>
      <CountBar className={styles.bar} lit={0} current={1} />
      <p role="status">{loading}</p>
    </main>
  );
}
