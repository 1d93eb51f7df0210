import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { queryKeys } from "@/shared/api/query-keys";
import type { SongImport } from "../types";

const POLL_MS = 1500;
const DAY_MS = 24 * 3600 * 1000;

const isOver = ({ status }: SongImport) => status === "completed" || status === "failed";

/** Songs that are still on their way, and those of the last day that did not make it. */
export const useOpenImports = () =>
  useQuery({
    queryKey: queryKeys.songImports,
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/choreography/songs/imports/", { params: { query: { page_size: 10 } }, signal })),
    select: ({ results }) =>
      results.filter(
        ({ status, created_at }) =>
          status !== "completed" && (status !== "failed" || Date.now() - Date.parse(created_at) < DAY_MS),
      ),
  });

/** Follow one import until it is over. */
export const useSongImport = (importId: string) =>
  useQuery({
    queryKey: queryKeys.songImport(importId),
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/choreography/songs/imports/{import_id}/", {
          params: { path: { import_id: importId } },
          signal,
        }),
      ),
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : POLL_MS),
  });

/** Strike an import off the list, or stop one that is on its way. */
export function useForgetImport() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (importId: string) =>
      unwrap(
        api.DELETE("/api/choreography/songs/imports/{import_id}/", {
          params: { path: { import_id: importId } },
        }),
      ),
    onSuccess: () => cache.invalidateQueries({ queryKey: queryKeys.songImports, exact: true }),
  });
}

/** Whether whoever runs this house lets songs be fetched from addresses. */
export const useTakesAddresses = () =>
  useQuery({
    queryKey: queryKeys.songAddresses,
    queryFn: ({ signal }) => unwrap(api.GET("/api/choreography/songs/from-url/", { signal })),
    select: ({ is_open }) => is_open,
    staleTime: Infinity,
  }).data === true;

/** Ask the server to fetch the sound of a video. */
export const useSongFromAddress = () =>
  useMutation({
    mutationFn: (url: string) =>
      unwrap(
        api.POST("/api/choreography/songs/from-url/", { body: { url, title: "", artist: "", genre: "" } }),
      ),
  });
