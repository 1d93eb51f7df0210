import { useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { queryKeys } from "@/shared/api/query-keys";

/** The moves that fit a place of the plan, best first. */
export const useAlternatives = (choreographyId: string, blueprintId: string, index: number) =>
  useQuery({
    queryKey: queryKeys.alternatives(choreographyId, blueprintId, index),
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/choreography/choreographies/{choreography_id}/segments/{index}/alternatives/", {
          params: { path: { choreography_id: choreographyId, index } },
          signal,
        }),
      ),
  });
