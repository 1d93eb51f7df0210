import { describe, expect, it } from "vitest";
import type { CountGrid } from "@/shared/counts/grid";
import { marksIn } from "./marks";
import { HEIGHT, outlinePath, WIDTH } from "./outline";
import { sureness } from "./sureness";
import { percentOf, phraseAt, phraseStartS, phraseView } from "./view";

/** 120 BPM: a beat every half second from 1 s on, count 1 on beats 2, 10, 18, 26. */
const grid: CountGrid = {
  tempo_bpm: 120,
  beat_times_s: Array.from({ length: 32 }, (_, beat) => 1 + beat * 0.5),
  count1_beats: [2, 10, 18, 26],
};
const DURATION_S = 20;

describe("phrases", () => {
  it("are numbered from 0, which is what comes ahead of the first count 1", () => {
    expect([0, 1.9, 2, 5.9, 6, 14, 19].map((timeS) => phraseAt(grid, timeS))).toEqual([0, 0, 1, 1, 2, 4, 4]);
  });

  it("begin on their count 1 and end with the song", () => {
    expect([0, 1, 2, 4, 5].map((phrase) => phraseStartS(grid, phrase, DURATION_S))).toEqual([
      0, 2, 6, 14, 20,
    ]);
  });

  it("are seen with a beat of room on either side, within the song", () => {
    expect(phraseView(grid, 2, DURATION_S)).toEqual({ startS: 5.5, endS: 10.5 });
    expect(phraseView(grid, 0, DURATION_S)).toEqual({ startS: 0, endS: 2.5 });
    expect(phraseView(grid, 4, DURATION_S)).toEqual({ startS: 13.5, endS: 20 });
  });
});

it("finds a time in a view", () => {
  expect(percentOf({ startS: 5, endS: 15 }, 7.5)).toBe(25);
});

describe("marks", () => {
  it("show every count close up", () => {
    const marks = marksIn(grid, { startS: 2, endS: 4 });
    expect(marks.map(({ count }) => count)).toEqual([1, 2, 3, 4, 5]);
    expect(marks[0]).toEqual({ beat: 2, timeS: 2, count: 1 });
  });

  it("show 1 and 5 from afar", () => {
    const marks = marksIn(grid, { startS: 0, endS: 60 });
    expect(marks.map(({ count }) => count)).toEqual([1, 5, 1, 5, 1, 5, 1, 5]);
  });
});

describe("the outline", () => {
  const waveform = [
    [-1, 1],
    [-0.5, 0.5],
    [0, 0],
    [-1, 0.2],
  ];

  it("runs along the highest samples and back along the lowest", () => {
    expect(outlinePath(waveform, 4, { startS: 0, endS: 4 })).toBe(
      "M125.0 0.0L375.0 25.0L625.0 50.0L875.0 40.0L875.0 100.0L625.0 50.0L375.0 75.0L125.0 100.0Z",
    );
    expect([WIDTH, HEIGHT]).toEqual([1000, 100]);
  });

  it("reaches beyond both edges of a closer view", () => {
    const x = [...outlinePath(waveform, 4, { startS: 1.5, endS: 2.5 }).matchAll(/[ML](-?[\d.]+) /g)].map(
      (hit) => Number(hit[1]),
    );
    expect(Math.min(...x)).toBeLessThanOrEqual(0);
    expect(Math.max(...x)).toBeGreaterThanOrEqual(WIDTH);
  });

  it("is nothing for a song without one", () => {
    expect(outlinePath([], 4, { startS: 0, endS: 4 })).toBe("");
  });
});

it("says a confidence in words", () => {
  expect([0.95, 0.7, 0.5, 0.1, undefined].map(sureness)).toEqual([
    "sure",
    "sure",
    "likely",
    "doubtful",
    "doubtful",
  ]);
});
