import { countAt, isTap } from "@/shared/counts/grid";
import { formatTime } from "@/shared/i18n/format";
import { useAtTime, type Clock } from "@/shared/sound/clock";
import type { SongGrid } from "../types";
import styles from "./SongSheet.module.css";

interface NowCountProps {
  clock: Clock;
  grid: SongGrid | null;
  durationS: number;
}

/** The count that sounds now, large, beside the time. Readers hear both from the slider. */
export function NowCount({ clock, grid, durationS }: NowCountProps) {
  const count = useAtTime(clock, (timeS) => grid && countAt(grid, timeS));
  const second = useAtTime(clock, Math.floor);
  return (
    <p className={styles.now} aria-hidden="true">
      <span className={styles.count} data-count={count} data-tap={count !== null && isTap(count)}>
        {count ?? "·"}
      </span>
      <span>
        {formatTime(second)} / {formatTime(durationS)}
      </span>
    </p>
  );
}
