import { describe, expect, it } from "vitest";
import { makeBlueprint } from "@test/blueprint";
import { countsUntil, loopOf, nextSegmentIndex, segmentIndexAt, stepSegment } from "./segments";

/** 120 BPM from 0.5 s, moves of 8 counts: 4 s each, the first at 0.5 s. */
const { segments, grid } = makeBlueprint({ tempoBpm: 120, firstBeatS: 0.5, moves: 4 });

describe("the move at a time", () => {
  it("starts on its count 1 and ends before the next one", () => {
    expect([0.5, 4.499, 4.5, 16.4].map((time) => segmentIndexAt(segments, time))).toEqual([0, 0, 1, 3]);
  });

  it("is none ahead of the first and after the last", () => {
    expect([0.2, 16.5, 99].map((time) => segmentIndexAt(segments, time))).toEqual([null, null, null]);
  });
});

it("calls out the move that comes next, counts ahead of it", () => {
  expect(nextSegmentIndex(segments, 3)).toBe(1);
  const next = segments[1];
  expect(next && countsUntil(grid, next, 3)).toBe(3);
  expect(nextSegmentIndex(segments, 13)).toBeNull();
});

it("loops a move from its first count to the first count of the next", () => {
  const [first, second] = segments;
  expect(first && loopOf(first)).toEqual({ startS: 0.5, endS: second?.target.start_s });
});

describe("stepping by moves", () => {
  it("goes on to the next one, and nowhere from the last", () => {
    expect(stepSegment(segments, 5, 1)).toBe(2);
    expect(stepSegment(segments, 14, 1)).toBeNull();
  });

  it("goes back to the start of this one, or to the one before right after it began", () => {
    expect(stepSegment(segments, 7, -1)).toBe(1);
    expect(stepSegment(segments, 4.8, -1)).toBe(0);
    expect(stepSegment(segments, 0.1, -1)).toBe(0);
  });
});
