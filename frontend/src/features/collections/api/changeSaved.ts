import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { queryKeys } from "@/shared/api/query-keys";
import type { SavedWords } from "../types";
import { collectionKeys } from "./keys";

/** Whatever changes in a collection may change its order, its filters and its numbers. */
function useCollectionChange<Given, Answer>(mutationFn: (given: Given) => Promise<Answer>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => cache.invalidateQueries({ queryKey: collectionKeys.all }),
  });
}

export const useSave = () =>
  useCollectionChange((choreography_id: string) =>
    unwrap(api.POST("/api/collections/", { body: { choreography_id } })),
  );

export const useChangeSaved = (saved_id: string) =>
  useCollectionChange((body: SavedWords) =>
    unwrap(api.PATCH("/api/collections/{saved_id}/", { params: { path: { saved_id } }, body })),
  );

/** Delete dances with their videos. */
export function useRemoveSaved() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (ids: string[]) => unwrap(api.POST("/api/collections/bulk-delete/", { body: { ids } })),
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: queryKeys.tasks });
      return cache.invalidateQueries({ queryKey: collectionKeys.all });
    },
  });
}

export const useTagSaved = () =>
  useCollectionChange((body: { ids: string[]; add: string[]; remove: string[] }) =>
    unwrap(api.POST("/api/collections/bulk-tag/", { body })),
  );
