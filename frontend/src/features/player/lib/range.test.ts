import { describe, expect, it } from "vitest";
import { makeBlueprint } from "@test/blueprint";
import { inSong, moveRange, nearestBeat, phraseRange, secondsOf, withEnd } from "./range";

/** 120 BPM from 0.5 s, three phrases of 8 counts: the last beat, 23, sounds at 12 s. */
const { grid, segments } = makeBlueprint({ tempoBpm: 120, firstBeatS: 0.5, moves: 3 });

describe("a range of counts", () => {
  it("has the seconds of its beats, and ends a beat after the last one of the song", () => {
    expect(secondsOf(grid, { firstBeat: 4, endBeat: 12 })).toEqual({ startS: 2.5, endS: 6.5 });
    expect(secondsOf(grid, { firstBeat: 16, endBeat: 24 }).endS).toBeCloseTo(12.5);
  });

  it("is a move", () => {
    expect(segments.map(moveRange)).toEqual([
      { firstBeat: 0, endBeat: 8 },
      { firstBeat: 8, endBeat: 16 },
      { firstBeat: 16, endBeat: 24 },
    ]);
  });

  it.each([
    [0.2, { firstBeat: 0, endBeat: 8 }],
    [0.5, { firstBeat: 0, endBeat: 8 }],
    [4.4, { firstBeat: 0, endBeat: 8 }],
    [4.5, { firstBeat: 8, endBeat: 16 }],
    [12.1, { firstBeat: 16, endBeat: 24 }],
    [99, { firstBeat: 16, endBeat: 24 }],
  ])("is the phrase at %d s", (timeS, phrase) => {
    expect(phraseRange(grid, timeS)).toEqual(phrase);
  });

  it("is the opening ahead of the first count 1, too", () => {
    const late = { ...grid, count1_beats: [4, 12, 20] };
    expect(phraseRange(late, 1)).toEqual({ firstBeat: 0, endBeat: 4 });
  });
});

describe("an end of a range", () => {
  it.each([
    [-3, 0],
    [0.74, 0],
    [0.76, 1],
    [12.2, 23],
    [12.3, 24],
  ])("dragged to %d s snaps to beat %d", (timeS, beat) => {
    expect(nearestBeat(grid, timeS)).toBe(beat);
  });

  it("stays a count away from the other one and inside the song", () => {
    const range = { firstBeat: 4, endBeat: 12 };
    expect(withEnd(grid, range, "first", 15)).toEqual({ firstBeat: 11, endBeat: 12 });
    expect(withEnd(grid, range, "first", -2)).toEqual({ firstBeat: 0, endBeat: 12 });
    expect(withEnd(grid, range, "last", 1)).toEqual({ firstBeat: 4, endBeat: 5 });
    expect(withEnd(grid, range, "last", 99)).toEqual({ firstBeat: 4, endBeat: 24 });
  });
});

it("forgets a stored range that the song no longer has", () => {
  expect(inSong(grid, { firstBeat: 4, endBeat: 24 })).not.toBeNull();
  for (const [firstBeat, endBeat] of [
    [4, 25],
    [8, 8],
    [-1, 4],
    [0.5, 4],
  ] as const)
    expect(inSong(grid, { firstBeat, endBeat })).toBeNull();
});
