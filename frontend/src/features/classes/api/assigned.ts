import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { classKeys } from "./keys";

const at = (token: string) => ({ params: { path: { token } } });

/** The plan that a link opens. Its signed addresses would change with every fetch: it is fetched again when asked. */
export const useAssignedPlan = (token: string) =>
  useQuery({
    queryKey: classKeys.open(token),
    queryFn: ({ signal }) => unwrap(api.GET("/api/assigned-plans/{token}/", { ...at(token), signal })),
    staleTime: Infinity,
  });

export const useAssignedDance = (token: string, item_id: string) =>
  useQuery({
    queryKey: classKeys.openDance(token, item_id),
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/assigned-plans/{token}/items/{item_id}/", {
          params: { path: { token, item_id } },
          signal,
        }),
      ),
    staleTime: Infinity,
  });

/** What one told under a link; asked only of those who are signed in. */
export const useOwnPractice = (token: string) =>
  useQuery({
    queryKey: classKeys.ownPractice(token),
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/assigned-plans/{token}/practice/", { ...at(token), signal })),
    staleTime: 0,
  });

export function useTellPractice(token: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (minutes: number) =>
      unwrap(api.POST("/api/assigned-plans/{token}/practice/", { ...at(token), body: { minutes } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: classKeys.ownPractice(token) }),
  });
}

export function useTakePracticeBack(token: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE("/api/assigned-plans/{token}/practice/", at(token))),
    onSuccess: () => cache.invalidateQueries({ queryKey: classKeys.ownPractice(token) }),
  });
}
