import { Icon, type IconName } from "./Icon";
import styles from "./Toggle.module.css";

interface ToggleProps {
  icon: IconName;
  label: string;
  /** The whole sentence, which begins with the label. */
  title?: string;
  on: boolean;
  disabled?: boolean;
  onToggle: () => void;
}

/** A switch with its name on it. */
export function Toggle({ icon, label, title = label, on, disabled = false, onToggle }: ToggleProps) {
  return (
    <button
      type="button"
      className={styles.toggle}
      aria-label={title}
      title={title}
      aria-pressed={on}
      disabled={disabled}
      onClick={onToggle}
    >
      <Icon name={icon} size={20} />
      {label}
    </button>
  );
}
