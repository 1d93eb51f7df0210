import { expect, it } from "vitest";
import { climb, type Ladder } from "./ladder";
import { FASTEST } from "./speed";

const after = (rounds: readonly boolean[], start: Ladder) =>
  rounds.reduce<Ladder>((place, clean) => climb(place, 4, clean), start);

it("goes a step faster after four clean rounds in a row", () => {
  expect(after([true, true, true], { rate: 0.7, rounds: 0 })).toEqual({ rate: 0.7, rounds: 3 });
  expect(after([true, true, true, true], { rate: 0.7, rounds: 0 })).toEqual({ rate: 0.75, rounds: 0 });
});

it("begins the count anew after a broken round", () => {
  expect(after([true, true, true, false, true], { rate: 0.7, rounds: 0 })).toEqual({ rate: 0.7, rounds: 1 });
});

it("ends at the fastest speed", () => {
  expect(
    after(
      Array.from({ length: 99 }, () => true),
      { rate: 1.4, rounds: 0 },
    ),
  ).toEqual({
    rate: FASTEST,
    rounds: 4,
  });
});
