import { expect, it } from "vitest";
import { timeAt } from "./frame-time";

const frame = { mediaTimeS: 12, shownAtMs: 5000 };

it("runs on from the last frame at the speed of the video", () => {
  expect(timeAt(frame, 5020, 1)).toBeCloseTo(12.02, 6);
  expect(timeAt(frame, 5020, 0.5)).toBeCloseTo(12.01, 6);
});

it("does not run ahead of a frame that is still on its way to the screen", () => {
  expect(timeAt(frame, 4990, 1)).toBe(12);
});

it("holds when the video has stalled", () => {
  expect(timeAt(frame, 9000, 1)).toBeCloseTo(12.25, 6);
});
