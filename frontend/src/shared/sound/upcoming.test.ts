import { expect, it } from "vitest";
import { makeBlueprint } from "@test/blueprint";
import { upcoming } from "./upcoming";

/** A beat every half second from 0.5 s on. */
const { grid } = makeBlueprint({ tempoBpm: 120, firstBeatS: 0.5, moves: 3 });
const beats = (...args: Parameters<typeof upcoming>) => upcoming(...args).map(({ beat }) => beat);

it("names the beats that sound within the time ahead", () => {
  expect(beats(grid, 0.4, 1, 0.15, null)).toEqual([0]);
  expect(beats(grid, 0.6, 1, 0.15, null)).toEqual([]);
  expect(upcoming(grid, 0.9, 0.5, 0.25, null)).toEqual([{ beat: 1, inS: expect.closeTo(0.2) as number }]);
});

it("still names the beat that a jump has just landed on", () => {
  expect(beats(grid, 2.502, 1, 0.15, null)).toEqual([4]);
  expect(beats(grid, 2.56, 1, 0.15, null)).toEqual([]);
});

it("names none behind the end of the loop, where the video goes back", () => {
  const loop = { startS: 0.5, endS: 4.5 };
  expect(beats(grid, 4.4, 1, 0.15, loop)).toEqual([]);
  expect(beats(grid, 4.4, 1, 0.15, null)).toEqual([8]);
  expect(beats(grid, 4.6, 1, 0.5, loop)).toEqual([9]);
});
