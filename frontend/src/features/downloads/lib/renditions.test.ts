import { expect, it } from "vitest";
import { makeBlueprint } from "@test/blueprint";
import { phrasesOf, spanAt } from "./renditions";

const plan = makeBlueprint({ tempoBpm: 120, firstBeatS: 0.5, moves: 3 });

it("numbers the phrases that are danced, from each count 1 on", () => {
  expect(phrasesOf(plan)).toEqual([
    { startS: 0.5, endS: 4.5 },
    { startS: 4.5, endS: 8.5 },
    { startS: 8.5, endS: 12.5 },
  ]);
});

it("cuts a longer stretch between two count 1s into eights, as the server does", () => {
  const grid = { ...plan.grid, count1_beats: [0, 12] };
  expect(phrasesOf({ ...plan, grid }).map(({ startS }) => startS)).toEqual([0.5, 4.5, 6.5, 10.5]);
});

it("leaves out counts ahead of the first move, and is empty for a dance without moves", () => {
  const grid = { ...plan.grid, count1_beats: [4, 12] };
  expect(phrasesOf({ ...plan, grid })[0]).toEqual({ startS: 2.5, endS: 6.5 });
  expect(phrasesOf({ ...plan, segments: [] })).toEqual([]);
});

it("finds the phrase at a time", () => {
  const spans = phrasesOf(plan);
  expect([0, 0.5, 4.6, 99].map((timeS) => spanAt(spans, timeS))).toEqual([0, 0, 1, 2]);
});
