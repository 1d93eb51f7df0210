import { askedTempo, hasTempo, type TempoRange } from "@/shared/filters/tempo";
import { SONG_ORDERS, type ShownOrder } from "../types";

/** What narrows the songs; empty texts do not. Tempos stay as they are typed. */
export interface SongFilters extends TempoRange {
  search: string;
  genre: string;
  mine: boolean;
  order: ShownOrder;
}

const NAMES = { search: "q", genre: "genre", tempoFrom: "bpm_from", tempoTo: "bpm_to" } as const;

/** Read the filters an address names. */
export function filtersIn(query: URLSearchParams): SongFilters {
  return {
    search: query.get(NAMES.search) ?? "",
    genre: query.get(NAMES.genre) ?? "",
    tempoFrom: query.get(NAMES.tempoFrom) ?? "",
    tempoTo: query.get(NAMES.tempoTo) ?? "",
    mine: query.get("mine") === "1",
    order: SONG_ORDERS.find((order) => order === query.get("order")) ?? "title",
  };
}

/** Write filters into an address, beside what else it says. */
export function withFilters(query: URLSearchParams, filters: SongFilters): URLSearchParams {
  const next = new URLSearchParams(query);
  const put = (name: string, value: string) => (value === "" ? next.delete(name) : next.set(name, value));
  put(NAMES.search, filters.search);
  put(NAMES.genre, filters.genre);
  put(NAMES.tempoFrom, filters.tempoFrom);
  put(NAMES.tempoTo, filters.tempoTo);
  put("mine", filters.mine ? "1" : "");
  put("order", filters.order === "title" ? "" : filters.order);
  return next;
}

/** The filters as the API takes them. */
export function asked(filters: SongFilters) {
  return {
    search: filters.search.trim(),
    genre: filters.genre.trim(),
    mine: filters.mine,
    ordering: filters.order,
    ...askedTempo(filters),
  };
}

/** How many filters hold, beside the search. */
export const filterCount = (filters: SongFilters): number =>
  [filters.genre.trim() !== "", hasTempo(filters), filters.mine].filter(Boolean).length;

/** All songs, in the order one has chosen. */
export const unfiltered = ({ order }: SongFilters): SongFilters => ({
  search: "",
  genre: "",
  tempoFrom: "",
  tempoTo: "",
  mine: false,
  order,
});
