import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";

const SESSIONS = ["sessions"] as const;

/** Where one is signed in, the session used last first. */
export const useSessions = () =>
  useQuery({
    queryKey: SESSIONS,
    queryFn: ({ signal }) => unwrap(api.GET("/api/auth/sessions/", { signal })),
    staleTime: 0,
  });

/** End one session, or all others where none is named. */
export function useEndSession() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (session_id: string | null) =>
      session_id === null
        ? unwrap(api.DELETE("/api/auth/sessions/"))
        : unwrap(api.DELETE("/api/auth/sessions/{session_id}/", { params: { path: { session_id } } })),
    onSettled: () => cache.invalidateQueries({ queryKey: SESSIONS }),
  });
}
