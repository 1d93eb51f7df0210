import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { queryKeys } from "@/shared/api/query-keys";
import type { Wishes } from "../lib/wishes";

/** How many moves of the library match the wishes, before anything is made. */
export function useMoveMatches(wishes: Wishes, songId: string | null) {
  const query = songId === null ? wishes : { ...wishes, song_id: songId };
  return useQuery({
    queryKey: queryKeys.moveMatches(query),
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/choreography/moves/preview/", { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}
