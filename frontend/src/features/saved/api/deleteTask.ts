import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { queryKeys } from "@/shared/api/query-keys";

/** Delete a dance and its video. */
export function useDeleteTask() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (taskId: string) =>
      unwrap(api.DELETE("/api/choreography/tasks/{task_id}/", { params: { path: { task_id: taskId } } })),
    onSuccess: (_nothing, taskId) => {
      cache.removeQueries({ queryKey: queryKeys.task(taskId) });
      return cache.invalidateQueries({ queryKey: queryKeys.tasks });
    },
  });
}
