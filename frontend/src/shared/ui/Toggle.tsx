import { Icon, type IconName } from "./Icon";
import styles from "./Toggle.module.css";

interface ToggleProps {
  icon: IconName;
  label: string;
  on: boolean;
  disabled?: boolean;
  onToggle: () => void;
}

/** A switch with its name on it. */
export function Toggle({ icon, label, on, disabled = false, onToggle }: ToggleProps) {
  return (
    <button type="button" className={styles.toggle} aria-pressed={on} disabled={disabled} onClick={onToggle}>
      <Icon name={icon} size={20} />
      {label}
    </button>
  );
}
