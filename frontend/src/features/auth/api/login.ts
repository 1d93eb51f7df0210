import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { queryKeys } from "@/shared/api/query-keys";
import { openSession } from "@/shared/api/session";

export interface Credentials {
  email: string;
  password: string;
}

/** Sign in; the refresh token stays in the browser's cookie, out of the page's reach. */
export function useLogin() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (credentials: Credentials) =>
      unwrap(api.POST("/api/auth/login/", { body: { ...credentials, session: "cookie" } })),
    onSuccess: ({ access, user }) => {
      cache.clear();
      cache.setQueryData(queryKeys.me, user);
      openSession(access);
    },
  });
}
