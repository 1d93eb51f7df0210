import type { Grid } from "@/shared/api/types";

/** The beats of a run of phrases (from 1, both danced), the end not included; as much of them as the song has. */
export function phraseRange({ count1_beats, beat_times_s }: Grid, first: number, last: number) {
  const ones = count1_beats;
  const from = Math.min(first, ones.length);
  const to = Math.min(last, ones.length);
  return {
    firstBeat: ones[from - 1] ?? 0,
    endBeat: ones[to] ?? Math.min((ones.at(-1) ?? 0) + 8, beat_times_s.length - 1),
  };
}
