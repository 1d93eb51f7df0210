import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { queryKeys } from "@/shared/api/query-keys";

/** Stop a dance in the making. One that finished a moment ago stays, and the page shows it. */
export function useCancelTask(taskId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () =>
      unwrap(
        api.POST("/api/choreography/tasks/{task_id}/cancel/", { params: { path: { task_id: taskId } } }),
      ),
    onSettled: () => {
      void cache.invalidateQueries({ queryKey: queryKeys.tasks });
      return cache.invalidateQueries({ queryKey: queryKeys.task(taskId) });
    },
  });
}
