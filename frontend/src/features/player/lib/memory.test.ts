// @vitest-environment jsdom
import { beforeEach, expect, it } from "vitest";
import { FIRST_HABITS, habits, keepPlace, recallPlace } from "./memory";

beforeEach(() => localStorage.clear());

it("remembers where one stopped in each dance", () => {
  const loop = { kind: "range", firstBeat: 8, endBeat: 20 } as const;
  keepPlace("a", { timeS: 42.5, loop });
  keepPlace("b", { timeS: 7, loop: null });
  expect(recallPlace("a")).toEqual({ timeS: 42.5, loop });
  expect(recallPlace("b")).toEqual({ timeS: 7, loop: null });
  expect(recallPlace("c")).toBeNull();
});

it("ignores what it did not write", () => {
  localStorage.setItem("bb.place.a", '{"timeS": "soon"}');
  localStorage.setItem("bb.place.b", "not json");
  expect(recallPlace("a")).toBeNull();
  expect(recallPlace("b")).toBeNull();
  localStorage.setItem("bb.place.a", '{"timeS": 4, "loop": {"kind": "all", "firstBeat": 1, "endBeat": 2}}');
  expect(recallPlace("a")).toEqual({ timeS: 4, loop: null });
});

it("follows a habit that changes in another tab and keeps it on the scale", () => {
  localStorage.setItem("bb.habits", '{"rate": 0.62, "mirrored": true}');
  window.dispatchEvent(new StorageEvent("storage", { key: "bb.habits" }));
  expect(habits.get()).toEqual({ ...FIRST_HABITS, rate: 0.6, mirrored: true });
});
