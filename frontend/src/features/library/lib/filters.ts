import {
  CATEGORIES,
  DIFFICULTIES,
  ENERGIES,
  STYLES,
  type Category,
  type Difficulty,
  type Energy,
  type Style,
} from "@/shared/api/types";
import { askedTempo, hasTempo, type TempoRange } from "@/shared/filters/tempo";
import { MOVE_ORDERS, type ShownOrder } from "../types";

/** What narrows the moves; null and empty texts do not. Tempos stay as they are typed. */
export interface MoveFilters extends TempoRange {
  search: string;
  category: Category | null;
  difficulty: Difficulty | null;
  energy: Energy | null;
  style: Style | null;
  mine: boolean;
  order: ShownOrder;
}

const known = <T extends string>(options: readonly T[], value: string | null): T | null =>
  options.find((option) => option === value) ?? null;

/** Read the filters an address names; what it does not know it leaves open. */
export function filtersIn(query: URLSearchParams): MoveFilters {
  return {
    search: query.get("q") ?? "",
    category: known(CATEGORIES, query.get("category")),
    difficulty: known(DIFFICULTIES, query.get("difficulty")),
    energy: known(ENERGIES, query.get("energy")),
    style: known(STYLES, query.get("style")),
    tempoFrom: query.get("bpm_from") ?? "",
    tempoTo: query.get("bpm_to") ?? "",
    mine: query.get("mine") === "1",
    order: known(MOVE_ORDERS, query.get("order")) ?? "category",
  };
}

/** Write filters as an address. */
export function addressOf(filters: MoveFilters): URLSearchParams {
  const { search, category, difficulty, energy, style, tempoFrom, tempoTo, mine, order } = filters;
  const all = { q: search, category, difficulty, energy, style, bpm_from: tempoFrom, bpm_to: tempoTo };
  const told = { ...all, mine: mine ? "1" : null, order: order === "category" ? null : order };
  return new URLSearchParams(Object.entries(told).filter((pair): pair is [string, string] => !!pair[1]));
}

/** The filters as the API takes them. */
export function asked(filters: MoveFilters) {
  const { search, category, difficulty, energy, style, mine, order } = filters;
  return {
    search: search.trim(),
    mine,
    ordering: order,
    ...(category && { category }),
    ...(difficulty && { difficulty }),
    ...(energy && { energy }),
    ...(style && { style }),
    ...askedTempo(filters),
  };
}

/** How many filters hold, beside the search. */
export const filterCount = (filters: MoveFilters): number => {
  const { category, difficulty, energy, style, mine } = filters;
  return [category, difficulty, energy, style, hasTempo(filters), mine].filter(Boolean).length;
};

/** All moves, in the order one has chosen. */
export const unfiltered = ({ order }: MoveFilters): MoveFilters => ({
  ...filtersIn(new URLSearchParams()),
  order,
});
