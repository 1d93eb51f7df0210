import styles from "./MinuteBar.module.css";

interface MinuteBarProps {
  taken: number;
  planned: number;
}

/** How full a class is, as a bar; the words beside it say the numbers. */
export function MinuteBar({ taken, planned }: MinuteBarProps) {
  const width = 100 * Math.min(1, taken / planned);
  return (
    <svg
      className={styles.bar}
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className={styles.room} width="100" height="8" rx="1.5" />
      <rect className={taken > planned ? styles.over : styles.taken} width={width} height="8" rx="1.5" />
      {[25, 50, 75].map((at) => (
        <path key={at} className={styles.mark} d={`M${at} 0v8`} vectorEffect="non-scaling-stroke" />
      ))}
    </svg>
  );
}
