import { expect, it } from "vitest";
import { phraseRange } from "./phrases";

/** 37 beats, count 1 on the beats 2, 10, 18, 26, 34: the grid of the server's own test. */
const GRID = {
  tempo_bpm: 120,
  beat_times_s: Array.from({ length: 37 }, (_nothing, beat) => beat / 2),
  count1_beats: [2, 10, 18, 26, 34],
};

it.each([
  [1, 1, 2, 10],
  [2, 3, 10, 26],
  [5, 5, 34, 36],
  [4, 9, 26, 36],
])("phrases %i to %i are the beats %i to %i", (first, last, firstBeat, endBeat) => {
  expect(phraseRange(GRID, first, last)).toEqual({ firstBeat, endBeat });
});
