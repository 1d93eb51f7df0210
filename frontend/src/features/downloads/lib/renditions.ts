import type { Blueprint } from "@/shared/api/types";
import { COUNTS_PER_PHRASE, countUpTo } from "@/shared/counts/grid";
import type { Rendition } from "../types";

/** Shares of the speed that are offered. */
export const SLOWER = [0.9, 0.75, 0.6, 0.5] as const;

export const isInTheMaking = ({ status }: Rendition): boolean =>
  status === "queued" || status === "processing";

/** What a rendition shows beside its kind, as numbers; null for what it does not say. */
export function partOf({ parameters }: Rendition): {
  segment: number | null;
  phrase: number | null;
  names: boolean;
} {
  const told =
    typeof parameters === "object" && parameters !== null ? (parameters as Record<string, unknown>) : {};
  const number = (name: string) => (typeof told[name] === "number" ? told[name] : null);
  return { segment: number("segment"), phrase: number("phrase"), names: told.names !== false };
}

/** A span of the dance, in seconds. */
export interface Span {
  readonly startS: number;
  readonly endS: number;
}

/** The phrases that are danced, numbered as the server numbers them: from each count 1 in steps of eight. */
export function phrasesOf({ grid, segments }: Blueprint): Span[] {
  const first = segments[0]?.target;
  const last = segments.at(-1)?.target;
  if (!first || !last) return [];
  const endBeat = last.first_beat + last.beats;
  const ones = grid.count1_beats.filter((beat) => beat >= first.first_beat && beat < endBeat);
  const starts = ones.flatMap((one, index) => everyEight(one, ones[index + 1] ?? endBeat));
  const timeOf = (beat: number) => grid.beat_times_s[beat] ?? last.end_s;
  return starts.map((beat, index) => ({
    startS: timeOf(beat),
    endS: timeOf(starts[index + 1] ?? endBeat),
  }));
}

const everyEight = (from: number, to: number): number[] =>
  Array.from(
    { length: Math.ceil((to - from) / COUNTS_PER_PHRASE) },
    (_, step) => from + COUNTS_PER_PHRASE * step,
  );

/** The number of the span at a time, the first one before it. */
export const spanAt = (spans: readonly Span[], timeS: number): number =>
  Math.max(
    0,
    countUpTo(
      spans.map(({ startS }) => startS),
      timeS,
    ) - 1,
  );
