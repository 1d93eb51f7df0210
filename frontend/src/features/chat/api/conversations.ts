import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { chatKeys } from "./keys";

/** One's own conversations, the last spoken in first, page by page. */
export const useConversations = () =>
  useInfiniteQuery({
    queryKey: chatKeys.list,
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET("/api/choreography/conversations/", { params: { query: { page: pageParam } }, signal })),
    initialPageParam: 1,
    getNextPageParam: (last, _pages, page) => (last.next ? page + 1 : null),
    staleTime: 0,
  });

/** All that was said in a conversation. */
export const useConversation = (conversationId: string | null) =>
  useQuery({
    queryKey: chatKeys.one(conversationId ?? ""),
    enabled: conversationId !== null,
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/choreography/conversations/{conversation_id}/", {
          params: { path: { conversation_id: conversationId ?? "" } },
          signal,
        }),
      ),
    staleTime: 0,
  });

/** Forget what was said; what was danced stays. */
export function useForget() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (conversation_id: string) =>
      unwrap(
        api.DELETE("/api/choreography/conversations/{conversation_id}/", {
          params: { path: { conversation_id } },
        }),
      ),
    onSuccess: (_nothing, conversationId) => {
      cache.removeQueries({ queryKey: chatKeys.one(conversationId) });
      return cache.invalidateQueries({ queryKey: chatKeys.list });
    },
  });
}
