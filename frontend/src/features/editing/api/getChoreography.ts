import { useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { queryKeys } from "@/shared/api/query-keys";

/** A choreography with its plan, what is locked in it, and whether it can be taken back. */
export const useChoreography = (choreographyId: string | null) =>
  useQuery({
    queryKey: queryKeys.choreography(choreographyId ?? ""),
    enabled: choreographyId !== null,
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/choreography/choreographies/{choreography_id}/", {
          params: { path: { choreography_id: choreographyId ?? "" } },
          signal,
        }),
      ),
  });
