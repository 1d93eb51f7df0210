import { useInfiniteQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { queryKeys } from "@/shared/api/query-keys";

const LOOK_AGAIN_MS = 3000;

/** One's own dances, newest first; looked at again while one of them is in the making. */
export const useTasks = () =>
  useInfiniteQuery({
    queryKey: queryKeys.tasks,
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET("/api/choreography/tasks/", { params: { query: { page: pageParam } }, signal })),
    initialPageParam: 1,
    getNextPageParam: (last, _pages, page) => (last.next ? page + 1 : null),
    staleTime: 0,
    refetchInterval: ({ state }) => {
      const tasks = state.data?.pages.flatMap((page) => page.results) ?? [];
      return tasks.some(({ status }) => status === "queued" || status === "processing")
        ? LOOK_AGAIN_MS
        : false;
    },
  });
