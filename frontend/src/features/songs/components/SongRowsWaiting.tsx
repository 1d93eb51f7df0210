import styles from "./SongRowsWaiting.module.css";

/** The room the first songs will take, so that nothing jumps when they come. */
export function SongRowsWaiting() {
  return (
    <div className={styles.rows} aria-hidden="true">
      {[0, 1, 2, 3, 4, 5].map((row) => (
        <div key={row} className={styles.row} />
      ))}
    </div>
  );
}
