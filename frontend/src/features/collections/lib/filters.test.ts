import { describe, expect, it } from "vitest";
import { addressOf, filterCount, filtersIn, queryOf, unfiltered } from "./filters";

const read = (address: string) => filtersIn(new URLSearchParams(address));
const FULL =
  "search=luna&difficulty=beginner&style=playful&from=2026-01-01&tag=friday&tag=slow&favourite=true&order=song";

describe("filters in the address", () => {
  it("come back as they were written", () => {
    expect(addressOf(read(FULL)).toString()).toBe(FULL);
  });

  it("leave no trace while nothing is set", () => {
    expect(addressOf(read("")).toString()).toBe("");
  });

  it("pass over what makes no sense", () => {
    expect(read("difficulty=expert&order=password&from=yesterday&favourite=perhaps")).toEqual(read(""));
  });
});

it("asks the API only for what is set", () => {
  expect(queryOf(read(""))).toEqual({ ordering: "newest" });
  expect(queryOf(read(FULL))).toEqual({
    search: "luna",
    difficulty: "beginner",
    style: "playful",
    tag: ["friday", "slow"],
    favourite: true,
    saved_from: "2026-01-01",
    ordering: "song",
  });
});

it("counts filters, and takes them away without the words and the order", () => {
  expect(filterCount(read(FULL))).toBe(6);
  expect(unfiltered(read(FULL))).toEqual(read("search=luna&order=song"));
});
