import { useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { addressOf, filtersIn, type Filters } from "../lib/filters";

const PAUSE_MS = 250;

/** The filters as they are typed, and as they are asked for: words wait until a hand rests. Both live in the address. */
export function useFilters() {
  const [query, setQuery] = useSearchParams();
  const filters = filtersIn(query);
  const [search, setSearch] = useState(filters.search);

  useEffect(() => {
    const timer = setTimeout(() => setSearch(filters.search), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [filters.search]);

  return {
    filters,
    shown: { ...filters, search },
    change: (next: Filters) => setQuery(addressOf(next), { replace: true, preventScrollReset: true }),
  };
}
