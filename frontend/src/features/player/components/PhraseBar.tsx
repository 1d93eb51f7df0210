import type { Grid } from "@/shared/api/types";
import { beatAt, COUNTS, isTap, phraseBeats, type Count } from "@/shared/counts/grid";
import { useMessages } from "@/shared/i18n";
import { useAtTime, type Clock } from "@/shared/sound/clock";
import { seekPoint } from "../lib/loop";
import styles from "./PhraseBar.module.css";

interface PhraseBarProps {
  grid: Grid;
  clock: Clock;
  onSeek: (timeS: number) => void;
}

/** The eight counts of the phrase that is danced now, each a way to its own beat. */
export function PhraseBar({ grid, clock, onSeek }: PhraseBarProps) {
  const { player } = useMessages();
  const beat = useAtTime(clock, (timeS) => beatAt(grid, timeS));
  const beats: (number | null)[] = beat === null ? COUNTS.map(() => null) : phraseBeats(grid, beat);
  return (
    <ol className={styles.bar}>
      {COUNTS.map((count, index) => {
        const own = beats[index] ?? null;
        const timeS = own === null ? undefined : grid.beat_times_s[own];
        return (
          <li key={count}>
            <button
              type="button"
              className={styles.mark}
              data-kind={kindOf(count)}
              data-now={own !== null && own === beat}
              aria-label={player.toCount(count)}
              disabled={timeS === undefined}
              onClick={() => timeS !== undefined && onSeek(seekPoint(timeS))}
            >
              {isTap(count) ? player.tap : count}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

const kindOf = (count: Count) => (count === 1 ? "one" : count === 5 ? "five" : isTap(count) ? "tap" : "step");
