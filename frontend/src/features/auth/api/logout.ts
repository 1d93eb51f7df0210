import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { closeSession, COOKIE_HEADERS } from "@/shared/api/session";

/** Sign out. The page forgets everything once the server has dropped the cookie. */
export function useLogout() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.POST("/api/auth/logout/", { headers: COOKIE_HEADERS })),
    onSuccess: () => {
      closeSession();
      cache.clear();
    },
  });
}
