import { expect, it } from "vitest";
import { addressOf, asked, filterCount, filtersIn, unfiltered } from "./filters";

const read = (address: string) => filtersIn(new URLSearchParams(address));

it("comes back from the address as it went in", () => {
  const address =
    "q=wave&category=bodywaves&difficulty=beginner&style=sensual&bpm_from=110&mine=1&order=name";
  expect(addressOf(read(address)).toString()).toBe(address);
  expect(addressOf(read("")).toString()).toBe("");
});

it("leaves open what it does not know", () => {
  expect(read("category=tango&difficulty=impossible&order=password")).toEqual(read(""));
});

it("asks for what is chosen and for nothing else", () => {
  expect(asked(read("q= wave &energy=high&bpm_from=x&bpm_to=130"))).toEqual({
    search: "wave",
    mine: false,
    ordering: "category",
    energy: "high",
    tempo_max: 130,
  });
});

it("counts the filters that hold, and forgets them but for the order", () => {
  const filters = read("q=wave&category=basic&bpm_from=110&bpm_to=120&order=name");
  expect(filterCount(filters)).toBe(2);
  expect(unfiltered(filters)).toEqual(read("order=name"));
});
