import { CountBar } from "@/shared/counts/CountBar";
import styles from "./Poster.module.css";

/** The still of a move, in a room that is kept for it. The name stands beside it, so it says nothing itself. */
export function Poster({ url }: { url: string | null }) {
  return (
    <span className={styles.room}>
      {url === null ? (
        <CountBar className={styles.none} />
      ) : (
        <img className={styles.picture} src={url} alt="" loading="lazy" decoding="async" />
      )}
    </span>
  );
}
