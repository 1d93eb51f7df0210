// @vitest-environment jsdom
import { beforeEach, expect, it } from "vitest";
import { habits, keepPlace, recallPlace } from "./memory";

beforeEach(() => localStorage.clear());

it("remembers where one stopped in each dance", () => {
  keepPlace("a", { timeS: 42.5, loopIndex: 3 });
  keepPlace("b", { timeS: 7, loopIndex: null });
  expect(recallPlace("a")).toEqual({ timeS: 42.5, loopIndex: 3 });
  expect(recallPlace("b")).toEqual({ timeS: 7, loopIndex: null });
  expect(recallPlace("c")).toBeNull();
});

it("ignores what it did not write", () => {
  localStorage.setItem("bb.place.a", '{"timeS": "soon"}');
  localStorage.setItem("bb.place.b", "not json");
  expect(recallPlace("a")).toBeNull();
  expect(recallPlace("b")).toBeNull();
});

it("follows a habit that changes in another tab and keeps it on the scale", () => {
  localStorage.setItem("bb.habits", '{"rate": 0.62, "mirrored": true}');
  window.dispatchEvent(new StorageEvent("storage", { key: "bb.habits" }));
  expect(habits.get()).toEqual({ rate: 0.6, mirrored: true, captions: false });
});
