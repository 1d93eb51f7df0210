import { useId, type TextareaHTMLAttributes } from "react";
import styles from "./Field.module.css";

interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  label: string;
  hint?: string;
}

/** Several lines of input with their label and hint. */
export function TextArea({ label, hint, rows = 3, ...rest }: TextAreaProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={rows}
        className={`${styles.input} ${styles.lines}`}
        aria-describedby={hint && `${id}-note`}
        {...rest}
      />
      {hint && (
        <p id={`${id}-note`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
