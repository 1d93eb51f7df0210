import { useSearchParams } from "react-router";
import { useDelayed } from "@/shared/store/useDelayed";
import { addressOf, asked, filtersIn, type MoveFilters } from "../lib/filters";

const PAUSE_MS = 200;

/** The filters as they are typed and, once a hand rests, as they are asked for. They live in the address. */
export function useMoveFilters() {
  const [query, setQuery] = useSearchParams();
  const filters = filtersIn(query);
  const search = useDelayed(filters.search, PAUSE_MS);
  const tempoFrom = useDelayed(filters.tempoFrom, PAUSE_MS);
  const tempoTo = useDelayed(filters.tempoTo, PAUSE_MS);
  return {
    filters,
    wanted: asked({ ...filters, search, tempoFrom, tempoTo }),
    change: (part: Partial<MoveFilters>) =>
      setQuery((before) => addressOf({ ...filtersIn(before), ...part }), {
        replace: true,
        preventScrollReset: true,
      }),
  };
}
