import styles from "./Chips.module.css";

interface ChipsProps {
  /** What they are for; read aloud, and shown where there is room for it. */
  label: string;
  words: readonly string[];
  disabled?: boolean;
  onSay: (words: string) => void;
}

/** Sentences to say with one touch. */
export function Chips({ label, words, disabled = false, onSay }: ChipsProps) {
  return (
    <ul className={styles.chips} aria-label={label}>
      {words.map((each) => (
        <li key={each}>
          <button type="button" className={styles.chip} disabled={disabled} onClick={() => onSay(each)}>
            {each}
          </button>
        </li>
      ))}
    </ul>
  );
}
