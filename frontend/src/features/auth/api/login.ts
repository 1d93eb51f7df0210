import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { queryKeys } from "@/shared/api/query-keys";
import { openSession } from "@/shared/api/session";
import { language } from "@/shared/i18n";

export interface Credentials {
  email: string;
  password: string;
}

/** Sign in, to one's own language; the refresh token stays in the browser's cookie, out of the page's reach. */
export function useLogin() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (credentials: Credentials) =>
      unwrap(api.POST("/api/auth/login/", { body: { ...credentials, session: "cookie" } })),
    onSuccess: ({ access, user }) => {
      cache.clear();
      cache.setQueryData(queryKeys.me, user);
      if (user.preferences.language) language.set(user.preferences.language);
      openSession(access);
    },
  });
}
