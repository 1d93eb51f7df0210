import { CountBar } from "@/shared/counts/CountBar";
import { useMessages } from "@/shared/i18n";
import styles from "./Waiting.module.css";

/** The moment until something is there: the count begins, and words say so. */
export function Waiting() {
  const { loading } = useMessages();
  return (
    <p role="status" className={styles.waiting}>
      <CountBar className={styles.bar} lit={0} current={1} />
      {loading}
    </p>
  );
}
