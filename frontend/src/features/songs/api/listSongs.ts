import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { queryKeys } from "@/shared/api/query-keys";
import type { asked } from "../lib/filters";

/** The songs that meet the filters, a page at a time. */
export const useSongs = (wanted: ReturnType<typeof asked>) =>
  useInfiniteQuery({
    queryKey: queryKeys.songList(wanted),
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/choreography/songs/", { params: { query: { ...wanted, page: pageParam } }, signal }),
      ),
    initialPageParam: 1,
    getNextPageParam: (last, _pages, page) => (last.next ? page + 1 : null),
    placeholderData: keepPreviousData,
  });
