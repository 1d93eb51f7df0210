import { expect, it } from "vitest";
import type { Section } from "@/shared/api/types";
import { previewStartS } from "./preview";

const section = (label: Section["label"], start_s: number): Section => ({
  label,
  start_s,
  end_s: start_s + 10,
  energy: 0.5,
});

it("starts a preview at the first chorus", () => {
  expect(previewStartS([section("intro", 0), section("chorus", 31.5), section("chorus", 80)])).toBe(31.5);
});

it("starts a song without a chorus from its beginning", () => {
  expect(previewStartS([section("intro", 2), section("verse", 12)])).toBe(0);
  expect(previewStartS([])).toBe(0);
});
