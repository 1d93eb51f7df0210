import type { ReactNode } from "react";
import { Button } from "@/shared/ui/Button";
import { Toggle } from "@/shared/ui/Toggle";
import styles from "./FilterPanel.module.css";
import { useFilterWords } from "./words";

interface FilterPanelProps {
  mine: boolean;
  /** What "only one's own" is called here. */
  mineName: string;
  onMine: (mine: boolean) => void;
  /** Undefined while nothing is narrowed. */
  onClear: (() => void) | undefined;
  children: ReactNode;
}

/** What narrows a list, whose it is, and the way back to all of it. */
export function FilterPanel({ mine, mineName, onMine, onClear, children }: FilterPanelProps) {
  const words = useFilterWords();
  return (
    <div className={styles.panel}>
      {children}
      <div className={styles.ways}>
        <Toggle icon="person" label={mineName} on={mine} onToggle={() => onMine(!mine)} />
        {onClear && (
          <Button look="quiet" icon="close" onClick={onClear}>
            {words.clear}
          </Button>
        )}
      </div>
    </div>
  );
}
