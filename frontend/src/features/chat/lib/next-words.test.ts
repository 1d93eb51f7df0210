import { expect, it } from "vitest";
import { nextWords } from "./next-words";

const words = { examples: ["a", "b"], suggestions: ["v", "w", "x", "y", "z"], undo: "undo" };
const turn = (request: string, blueprint_id: string | null = null, changed = false) => ({
  request,
  blueprint_id,
  diff: changed ? [{ time_s: 1, first_beat: 2, counts: 8, before: "Dip", after: "Turn" }] : [],
});

it("offers beginnings until something is danced", () => {
  expect(nextWords([turn("hello")], words)).toEqual(["a", "b"]);
  expect(nextWords([turn("a")], words)).toEqual(["b"]);
});

it("offers changes of a dance, none that was asked for already", () => {
  expect(nextWords([turn("a", "one"), turn("w")], words)).toEqual(["v", "x", "y", "z"]);
});

it("offers to take a change back once there is one", () => {
  expect(nextWords([turn("a", "one"), turn("v", "two", true)], words)).toEqual(["w", "x", "y", "z", "undo"]);
});

it("does not offer to take back a dance that nothing has changed", () => {
  const turns = [turn("a", "one"), turn("v", "two", true), turn("undo", "one")];
  expect(nextWords(turns, words)).not.toContain("undo");
});
