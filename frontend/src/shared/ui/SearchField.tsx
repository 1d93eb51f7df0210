import { useId } from "react";
import { Icon } from "./Icon";
import styles from "./SearchField.module.css";

interface SearchFieldProps {
  /** What is searched, for those who do not see the glass. */
  label: string;
  hint: string;
  maxLength?: number;
  value: string;
  onChange: (search: string) => void;
}

export function SearchField({ label, hint, maxLength, value, onChange }: SearchFieldProps) {
  const id = useId();
  return (
    <div className={styles.search}>
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <Icon name="search" size={20} />
      <input
        id={id}
        type="search"
        maxLength={maxLength}
        placeholder={hint}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
