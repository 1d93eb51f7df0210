import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { queryKeys } from "@/shared/api/query-keys";
import type { Wishes } from "../lib/wishes";

/** How many moves of the library match the wishes, before anything is made. */
export const useMoveMatches = ({ difficulty, energy, style }: Wishes) => {
  const query = { difficulty, energy, style };
  return useQuery({
    queryKey: queryKeys.moveMatches(query),
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/choreography/moves/preview/", { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
};
