import { DIFFICULTIES, ENERGIES, STYLES, type Difficulty, type Energy, type Style } from "@/shared/api/types";

export const ORDERS = ["newest", "oldest", "title", "song", "difficulty", "practised"] as const;
type Order = (typeof ORDERS)[number];

/** What is looked for in a collection; kept in the address, so that a reload and the way back lose nothing. */
export interface Filters {
  search: string;
  difficulty: Difficulty | null;
  energy: Energy | null;
  style: Style | null;
  tags: readonly string[];
  favourite: boolean;
  from: string;
  until: string;
  order: Order;
}

const oneOf = <T extends string>(known: readonly T[], value: string | null): T | null =>
  known.find((option) => option === value) ?? null;

const day = (value: string | null) => (value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : "");

/** Read the filters of an address; what makes no sense there is left out. */
export const filtersIn = (query: URLSearchParams): Filters => ({
  search: (query.get("search") ?? "").slice(0, 100),
  difficulty: oneOf(DIFFICULTIES, query.get("difficulty")),
  energy: oneOf(ENERGIES, query.get("energy")),
  style: oneOf(STYLES, query.get("style")),
  tags: query.getAll("tag").slice(0, 20),
  favourite: query.get("favourite") === "true",
  from: day(query.get("from")),
  until: day(query.get("until")),
  order: oneOf(ORDERS, query.get("order")) ?? "newest",
});

/** Write filters into an address; what is not set leaves no trace. */
export function addressOf(filters: Filters): URLSearchParams {
  const { tags, favourite, order, ...words } = filters;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(words))
    if (value !== null && value !== "") query.set(name, value);
  for (const tag of tags) query.append("tag", tag);
  if (favourite) query.set("favourite", "true");
  if (order !== "newest") query.set("order", order);
  return query;
}

/** Ask the API as it names things. */
export const queryOf = ({
  search,
  difficulty,
  energy,
  style,
  tags,
  favourite,
  from,
  until,
  order,
}: Filters) => ({
  ...(search.trim() !== "" && { search: search.trim() }),
  ...(difficulty && { difficulty }),
  ...(energy && { energy }),
  ...(style && { style }),
  ...(tags.length > 0 && { tag: [...tags] }),
  ...(favourite && { favourite }),
  ...(from !== "" && { saved_from: from }),
  ...(until !== "" && { saved_until: until }),
  ordering: order,
});

/** How many filters are on, the words and the order aside. */
export const filterCount = ({ difficulty, energy, style, tags, favourite, from, until }: Filters): number =>
  [difficulty, energy, style, favourite, from, until].filter(Boolean).length + tags.length;

export const unfiltered = ({ search, order }: Filters): Filters => ({
  ...filtersIn(new URLSearchParams()),
  search,
  order,
});
