import { useRef, type KeyboardEvent, type PointerEvent } from "react";
import type { Grid } from "@/shared/api/types";
import { countOf } from "@/shared/counts/grid";
import { formatTime } from "@/shared/i18n/format";
import type { LoopControls } from "../hooks/usePracticeLoop";
import { beatTimeS, lastCount, nearestBeat, type BeatRange } from "../lib/range";
import { usePracticeWords } from "../words";
import styles from "./LoopHandles.module.css";

interface LoopHandlesProps {
  grid: Grid;
  durationS: number;
  looping: LoopControls;
}

/** The looped counts on the timeline, with two ends to drag or to push with the arrow keys. */
export function LoopHandles({ grid, durationS, looping }: LoopHandlesProps) {
  const { loop } = looping;
  if (!loop) return null;
  const share = (beat: number) => `${(100 * Math.min(beatTimeS(grid, beat), durationS)) / durationS}%`;
  const [left, right] = [share(loop.firstBeat), share(loop.endBeat)];
  return (
    <div className={styles.loop}>
      <div className={styles.span} style={{ left, right: `calc(100% - ${right})` }} />
      <Handle end="first" at={left} {...{ grid, durationS, looping }} range={loop} />
      <Handle end="last" at={right} {...{ grid, durationS, looping }} range={loop} />
    </div>
  );
}

interface HandleProps extends LoopHandlesProps {
  end: "first" | "last";
  at: string;
  range: BeatRange;
}

const STEPS: Record<string, number> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -8,
  PageUp: 8,
};

function Handle({ end, at, grid, durationS, looping, range }: HandleProps) {
  const words = usePracticeWords();
  const grip = useRef<HTMLDivElement>(null);
  const beat = end === "first" ? range.firstBeat : range.endBeat;
  const count = end === "first" ? countOf(grid, beat) : lastCount(grid, range);

  const drag = (event: PointerEvent) => {
    if (!grip.current?.hasPointerCapture(event.pointerId)) return;
    const bar = grip.current.parentElement?.getBoundingClientRect();
    if (!bar) return;
    looping.moveEnd(end, nearestBeat(grid, ((event.clientX - bar.left) / bar.width) * durationS));
  };
  const push = (event: KeyboardEvent) => {
    const steps = STEPS[event.key];
    if (steps === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    looping.moveEnd(end, beat + (event.shiftKey ? steps * 8 : steps));
  };
  return (
    <div
      ref={grip}
      role="slider"
      tabIndex={0}
      className={styles.handle}
      data-end={end}
      style={{ left: at }}
      aria-label={end === "first" ? words.startHandle : words.endHandle}
      aria-valuemin={0}
      aria-valuemax={grid.beat_times_s.length}
      aria-valuenow={beat}
      aria-valuetext={words.handleText(formatTime(beatTimeS(grid, beat)), count)}
      onPointerDown={(event) => grip.current?.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={push}
    />
  );
}
