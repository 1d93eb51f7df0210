import { expect, it } from "vitest";
import { tempoOf } from "@/shared/filters/tempo";
import { asked, filterCount, filtersIn, unfiltered, withFilters } from "./filters";

const read = (address: string) => filtersIn(new URLSearchParams(address));

it("reads what an address names and leaves the rest as it is without", () => {
  expect(read("q=luna&bpm_from=120&mine=1&order=-tempo_bpm")).toEqual({
    search: "luna",
    genre: "",
    tempoFrom: "120",
    tempoTo: "",
    mine: true,
    order: "-tempo_bpm",
  });
  expect(read("order=password").order).toBe("title");
});

it("comes back from the address as it went in, and leaves the chosen song alone", () => {
  const filters = read("q=luna&genre=bachata&bpm_to=130&order=artist");
  const address = withFilters(new URLSearchParams("song=7&style=sensual"), filters);
  expect(filtersIn(address)).toEqual(filters);
  expect(address.get("song")).toBe("7");
  expect(withFilters(address, unfiltered(read(""))).toString()).toBe("song=7&style=sensual");
});

it("asks for tempos that are tempos only", () => {
  expect(asked(read("bpm_from=abc&bpm_to=-3"))).toEqual({
    search: "",
    genre: "",
    mine: false,
    ordering: "title",
  });
  expect(asked(read("bpm_from=118,5&bpm_to=140"))).toMatchObject({ tempo_min: 118.5, tempo_max: 140 });
  expect(["120", " ", "0", "1e9", "fast"].map(tempoOf)).toEqual([120, null, null, null, null]);
});

it("counts a tempo range as one filter and the search as none", () => {
  expect(filterCount(read("q=luna&bpm_from=100&bpm_to=120&mine=1"))).toBe(2);
  expect(filterCount(read("bpm_from=x"))).toBe(0);
});
