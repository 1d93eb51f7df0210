import { useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { queryKeys } from "@/shared/api/query-keys";
import { isFinished, pollAfterMs } from "../lib/stages";

/**
 * Follow a task until it is finished. A finished task is not fetched again by itself: its signed addresses would change
 * and the video would start anew; `refetch` renews them when they have run out.
 */
export const useTask = (taskId: string | null) =>
  useQuery({
    queryKey: queryKeys.task(taskId ?? ""),
    enabled: taskId !== null,
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/choreography/tasks/{task_id}/", {
          params: { path: { task_id: taskId ?? "" } },
          signal,
        }),
      ),
    refetchInterval: ({ state }) =>
      state.data === undefined || isFinished(state.data.status) ? false : pollAfterMs(state.dataUpdateCount),
    staleTime: ({ state }) => (state.data && isFinished(state.data.status) ? Infinity : 0),
  });
