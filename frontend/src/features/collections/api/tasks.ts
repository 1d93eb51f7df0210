import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { queryKeys } from "@/shared/api/query-keys";
import { collectionKeys } from "./keys";

const LOOK_AGAIN_MS = 3000;

/**
 * The newest dances that are on their way or did not work out; looked at again while one is on its way.
 * A change that did not work out, an undo or redo too, is told on the dance's own page.
 */
export function useUnfinished() {
  const cache = useQueryClient();
  return useQuery({
    queryKey: queryKeys.tasks,
    queryFn: async ({ signal }) => {
      const { results } = await unwrap(api.GET("/api/choreography/tasks/", { signal }));
      const before = cache.getQueryData<typeof results>(queryKeys.tasks);
      const open = results.filter(
        ({ kind, status }) => isOpen(status) || (status !== "completed" && kind !== "assemble"),
      );
      if (
        before?.some(
          ({ task_id, status }) => isOpen(status) && !open.some((task) => task.task_id === task_id),
        )
      )
        void cache.invalidateQueries({ queryKey: collectionKeys.all });
      return open;
    },
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.some(({ status }) => isOpen(status)) ? LOOK_AGAIN_MS : false,
  });
}

/** Finished dances that are in no collection: for those who save by hand. */
export const useUnsaved = () =>
  useQuery({
    queryKey: collectionKeys.unsaved,
    queryFn: ({ signal }) => unwrap(api.GET("/api/collections/unsaved/", { signal })),
    staleTime: 0,
  });

/** Forget a dance that did not work out. */
export function useDismiss() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (task_id: string) =>
      unwrap(api.DELETE("/api/choreography/tasks/{task_id}/", { params: { path: { task_id } } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: queryKeys.tasks }),
  });
}

const isOpen = (status: string) => status === "queued" || status === "processing";
