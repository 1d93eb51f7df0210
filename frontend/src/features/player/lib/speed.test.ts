import { expect, it } from "vitest";
import { FASTEST, onScale, SLOWEST, stepSpeed } from "./speed";

it("steps by 0.05 without gathering error", () => {
  let rate = SLOWEST;
  const seen = [rate];
  while (rate < FASTEST) seen.push((rate = stepSpeed(rate, 1)));
  expect(seen).toHaveLength(26);
  expect(seen[15]).toBe(1);
  expect(seen[25]).toBe(1.5);
});

it("stays between a quarter and one and a half", () => {
  expect(stepSpeed(0.25, -1)).toBe(0.25);
  expect(stepSpeed(1.5, 1)).toBe(1.5);
  expect(onScale(7)).toBe(1.5);
  expect(onScale(0.33)).toBe(0.35);
});
