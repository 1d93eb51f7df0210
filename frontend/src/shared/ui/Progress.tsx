import styles from "./Progress.module.css";

interface ProgressProps {
  label: string;
  /** 0..100; null where nobody can say how far it is. */
  percent: number | null;
}

/** How far something is. The words beside it say what comes of it. */
export function Progress({ label, percent }: ProgressProps) {
  return (
    <progress
      className={styles.bar}
      aria-label={label}
      max={100}
      {...(percent !== null && { value: Math.round(percent) })}
    />
  );
}
