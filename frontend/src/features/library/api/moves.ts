import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { queryKeys } from "@/shared/api/query-keys";
import type { Language } from "@/shared/i18n";
import type { asked } from "../lib/filters";
import type { ShownLikeness } from "../types";

const PAGE_SIZE = 48;
const ALIKE = 8;
/** The addresses of clips and posters are signed for an hour. */
const SIGNED_MS = 45 * 60 * 1000;

/** The moves that meet the filters, a page at a time. */
export const useMoves = (wanted: ReturnType<typeof asked>) =>
  useInfiniteQuery({
    queryKey: [...queryKeys.moves, "list", wanted],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/choreography/moves/", {
          params: { query: { ...wanted, page: pageParam, page_size: PAGE_SIZE } },
          signal,
        }),
      ),
    initialPageParam: 1,
    getNextPageParam: (last, _pages, page) => (last.next ? page + 1 : null),
    placeholderData: keepPreviousData,
  });

/** One move with its clip and its counts; `wanted` lets a card ask only when somebody wants to see it dance. */
export const useMove = (moveId: string, wanted = true) =>
  useQuery({
    queryKey: [...queryKeys.moves, "one", moveId],
    enabled: wanted,
    staleTime: SIGNED_MS,
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/choreography/moves/{move_id}/", { params: { path: { move_id: moveId } }, signal }),
      ),
  });

/** The moves most like a move, best first. */
export const useSimilarMoves = (moveId: string, modality: ShownLikeness) =>
  useQuery({
    queryKey: [...queryKeys.moves, "similar", moveId, modality],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/choreography/moves/{move_id}/similar/", {
          params: { path: { move_id: moveId }, query: { limit: ALIKE, modality } },
          signal,
        }),
      ),
  });

/** What a move is and what lead and follow mind, in the reader's language. */
export const useExplanation = (moveId: string, language: Language) =>
  useQuery({
    queryKey: [...queryKeys.moves, "explanation", moveId, language],
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/choreography/moves/{move_id}/explanation/", {
          params: { path: { move_id: moveId }, query: { language } },
          signal,
        }),
      ),
  });

export const useMoveStatistics = () =>
  useQuery({
    queryKey: [...queryKeys.moves, "statistics"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/choreography/moves/statistics/", { signal })),
  });

export const useCoverage = () =>
  useQuery({
    queryKey: [...queryKeys.moves, "coverage"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/choreography/moves/coverage/", { signal })),
  });
