import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { isInTheMaking } from "../lib/renditions";
import type { Wanted } from "../types";

const POLL_MS = 1500;
/** As many as one dance may have, on one page. */
const MOST = 40;

const keyOf = (taskId: string) => ["renditions", taskId] as const;

/** The further files of a dance; asked again while one of them is in the making. */
export const useRenditions = (taskId: string) =>
  useQuery({
    queryKey: keyOf(taskId),
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/choreography/tasks/{task_id}/renditions/", {
          params: { path: { task_id: taskId }, query: { page_size: MOST } },
          signal,
        }),
      ),
    select: ({ results }) => results,
    refetchInterval: ({ state }) => (state.data?.results.some(isInTheMaking) ? POLL_MS : false),
  });

/** Ask for a further file; the same request is the same file. */
export function useRequestRendition(taskId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: Wanted) =>
      unwrap(
        api.POST("/api/choreography/tasks/{task_id}/renditions/", {
          params: { path: { task_id: taskId } },
          body,
        }),
      ),
    onSuccess: () => cache.invalidateQueries({ queryKey: keyOf(taskId) }),
  });
}

/** Remove a further file, or stop its making. */
export function useRemoveRendition(taskId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (renditionId: string) =>
      unwrap(
        api.DELETE("/api/choreography/tasks/{task_id}/renditions/{rendition_id}/", {
          params: { path: { task_id: taskId, rendition_id: renditionId } },
        }),
      ),
    onSettled: () => cache.invalidateQueries({ queryKey: keyOf(taskId) }),
  });
}
