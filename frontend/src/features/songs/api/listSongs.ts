import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { queryKeys } from "@/shared/api/query-keys";

/** The songs whose title or artist holds `search`, a page at a time. */
export const useSongs = (search: string) =>
  useInfiniteQuery({
    queryKey: queryKeys.songs(search),
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET("/api/choreography/songs/", { params: { query: { search, page: pageParam } }, signal })),
    initialPageParam: 1,
    getNextPageParam: (last, _pages, page) => (last.next ? page + 1 : null),
    placeholderData: keepPreviousData,
  });
