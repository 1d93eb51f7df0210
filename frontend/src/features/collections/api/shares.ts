import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { collectionKeys } from "./keys";

const at = (saved_id: string) => ({ params: { path: { saved_id } } });

/** The links of a dance that are open now. */
export const useShares = (savedId: string) =>
  useQuery({
    queryKey: collectionKeys.shares(savedId),
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/collections/{saved_id}/shares/", { ...at(savedId), signal })),
    staleTime: 0,
  });

export function useMakeShare(savedId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (days: number) =>
      unwrap(api.POST("/api/collections/{saved_id}/shares/", { ...at(savedId), body: { days } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: collectionKeys.all }),
  });
}

export function useRevokeShare(savedId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (share_id: string) =>
      unwrap(
        api.DELETE("/api/collections/{saved_id}/shares/{share_id}/", {
          params: { path: { saved_id: savedId, share_id } },
        }),
      ),
    onSuccess: () => cache.invalidateQueries({ queryKey: collectionKeys.all }),
  });
}

/** What a link shows. Its signed addresses would change with every fetch, so it is fetched again only when asked. */
export const useSharedDance = (token: string) =>
  useQuery({
    queryKey: ["shared", token],
    queryFn: ({ signal }) => unwrap(api.GET("/api/share/{token}/", { params: { path: { token } }, signal })),
    staleTime: Infinity,
  });
