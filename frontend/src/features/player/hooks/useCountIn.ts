import { useEffect, useRef, useState } from "react";
import { beatAt, COUNTS, countOf, type Count, type CountGrid } from "@/shared/counts/grid";
import { audioClock } from "@/shared/sound/audio";
import { click } from "@/shared/sound/clicks";

/** A moment for the first click to be heard whole. */
const BREATH_S = 0.1;

export interface CountIn {
  /** The count that is counted now; null while nobody counts. */
  counting: Count | null;
  /** Count eight at the speed of the dance, then do `go` on the count that follows. */
  start: (timeS: number, rate: number, go: () => void) => void;
  cancel: () => void;
}

/** Eight counts ahead of the music, ending so that the dance goes on with the very next one. */
export function useCountIn(grid: CountGrid): CountIn {
  const [counting, setCounting] = useState<Count | null>(null);
  const undo = useRef<(() => void)[]>([]);

  const cancel = () => {
    undo.current.forEach((takeBack) => takeBack());
    undo.current = [];
    setCounting(null);
  };
  useEffect(() => () => undo.current.forEach((takeBack) => takeBack()), []);

  const start = (timeS: number, rate: number, go: () => void) => {
    cancel();
    const audio = audioClock();
    const beatS = 60 / grid.tempo_bpm / rate;
    for (const [index, count] of countsAhead(grid, timeS).entries()) {
      const inS = BREATH_S + index * beatS;
      if (audio) undo.current.push(click(audio, count, audio.currentTime + inS));
      undo.current.push(after(inS, () => setCounting(count)));
    }
    undo.current.push(
      after(BREATH_S + COUNTS.length * beatS, () => {
        cancel();
        go();
      }),
    );
  };
  return { counting, start, cancel };
}

/** The eight counts before the one that is danced at a time. */
function countsAhead(grid: CountGrid, timeS: number): Count[] {
  const beat = beatAt(grid, timeS);
  const next = beat === null ? 1 : countOf(grid, beat);
  return COUNTS.map((_, index) => (((next - 1 + index) % 8) + 1) as Count);
}

function after(seconds: number, act: () => void): () => void {
  const timer = setTimeout(act, seconds * 1000);
  return () => clearTimeout(timer);
}
