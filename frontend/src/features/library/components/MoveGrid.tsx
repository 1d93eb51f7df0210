import type { Move } from "@/shared/api/types";
import { useDancing } from "../hooks/useDancing";
import { MoveCard } from "./MoveCard";
import styles from "./MoveGrid.module.css";

/** Moves side by side; one of them dances at a time. */
export function MoveGrid({ label, moves }: { label: string; moves: readonly Move[] }) {
  const dancing = useDancing();
  return (
    <ul className={styles.grid} aria-label={label}>
      {moves.map((move) => (
        <MoveCard key={move.id} move={move} dancing={dancing} />
      ))}
    </ul>
  );
}

/** The room the first moves will take. */
export function MoveGridWaiting() {
  return (
    <div className={styles.grid} aria-hidden="true">
      {Array.from({ length: 12 }, (_, index) => (
        <div key={index} className={styles.waiting} />
      ))}
    </div>
  );
}
