import { expect, it } from "vitest";
import { makeBlueprint } from "@test/blueprint";
import { moveNumberAt } from "./places";

const { segments } = makeBlueprint({ tempoBpm: 120, firstBeatS: 0.5, moves: 6 });
const fourth = segments[3]?.target;
const place = { time_s: 12, first_beat: fourth?.first_beat ?? -1, counts: 8, before: "Dip", after: "Turn" };

it("counts moves as dancers do, from one", () => {
  expect(moveNumberAt(place, segments)).toBe(4);
});

it("has no number for a move that is gone, nor before the plan is here", () => {
  expect(moveNumberAt({ ...place, after: null }, segments)).toBeNull();
  expect(moveNumberAt(place, [])).toBeNull();
  expect(moveNumberAt({ ...place, first_beat: place.first_beat + 1 }, segments)).toBeNull();
});
