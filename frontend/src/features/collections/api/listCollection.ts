import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { queryOf, type Filters } from "../lib/filters";
import { collectionKeys } from "./keys";

/** The dances that fit, page by page; while others are fetched the ones before stay in view. */
export const useCollection = (filters: Filters) =>
  useInfiniteQuery({
    queryKey: collectionKeys.list(filters),
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/collections/", { params: { query: { ...queryOf(filters), page: pageParam } }, signal }),
      ),
    initialPageParam: 1,
    getNextPageParam: (last, _pages, page) => (last.next ? page + 1 : null),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

export const useCollectionStatistics = () =>
  useQuery({
    queryKey: collectionKeys.statistics,
    queryFn: ({ signal }) => unwrap(api.GET("/api/collections/statistics/", { signal })),
    staleTime: 0,
  });

/** The entry of a choreography; null where it is not in the collection. */
export const useSavedOf = (choreographyId: string | null) =>
  useQuery({
    queryKey: collectionKeys.of(choreographyId ?? ""),
    queryFn: async ({ signal }) => {
      const query = { choreography_id: choreographyId ?? "" };
      const page = await unwrap(api.GET("/api/collections/", { params: { query }, signal }));
      return page.results[0] ?? null;
    },
    enabled: choreographyId !== null,
    staleTime: 60_000,
  });
