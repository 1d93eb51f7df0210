import { describe, expect, it } from "vitest";
import { inOrder, moved, placeAt } from "./order";

describe("a thing that moves", () => {
  it.each([
    [0, 2, "bca"],
    [2, 0, "cab"],
    [1, 1, "abc"],
    [0, 9, "bca"],
    [2, -3, "cab"],
  ])("from %i to %i", (from, to, expected) => {
    expect(moved(["a", "b", "c"], from, to).join("")).toBe(expected);
  });
});

it("puts things in the order of their ids and forgets none", () => {
  const things = ["a", "b", "c", "d"].map((id) => ({ id }));
  expect(inOrder(things, ["c", "a"]).map(({ id }) => id)).toEqual(["c", "a", "b", "d"]);
});

it("takes the place below the rows whose middle lies above", () => {
  const others = [0, 50, 100].map((top) => ({ top, height: 50 }));
  expect([-10, 20, 60, 90, 130, 500].map((y) => placeAt(y, others))).toEqual([0, 0, 1, 2, 3, 3]);
});
