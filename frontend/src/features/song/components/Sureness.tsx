import { sureness } from "../lib/sureness";
import type { CorrectionStep, SongGrid } from "../types";
import { useSongPageWords } from "../words";
import styles from "./SongSheet.module.css";

/** How sure we are of the beats and of the 1, in words; a hand that corrected them knows better. */
export function Sureness({ grid, corrected }: { grid: SongGrid; corrected: readonly CorrectionStep[] }) {
  const words = useSongPageWords();
  const byHand = corrected.some((step) => step.undone_at === null);
  return (
    <div className={styles.sureness}>
      <p>{words.beats[sureness(grid.confidence.beat)]}</p>
      <p>{byHand ? words.byHand : words.ones[sureness(grid.confidence.count1)]}</p>
    </div>
  );
}
