import { memo } from "react";
import type { Grid } from "@/shared/api/types";
import { countOf } from "@/shared/counts/grid";
import styles from "./CountRuler.module.css";

interface CountRulerProps {
  grid: Grid;
  durationS: number;
}

/** The counts 1 and 5 of a song as the marks of a ruler; the beats between them are finer than a screen. */
export const CountRuler = memo(function CountRuler({ grid, durationS }: CountRulerProps) {
  return (
    <svg
      className={styles.ruler}
      viewBox={`0 0 ${durationS} 14`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path className={styles.five} d={marks(grid, 5, 7)} />
      <path className={styles.one} d={marks(grid, 1, 12)} />
    </svg>
  );
});

const marks = (grid: Grid, count: 1 | 5, height: number): string =>
  grid.beat_times_s
    .filter((_timeS, beat) => countOf(grid, beat) === count)
    .map((timeS) => `M${timeS.toFixed(3)} 0v${height}`)
    .join("");
