import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { queryKeys } from "@/shared/api/query-keys";
import { openSession } from "@/shared/api/session";
import { language } from "@/shared/i18n";

export interface NewAccount {
  email: string;
  password: string;
  display_name: string;
}

/** Create an account and sign in to it; the language one reads becomes the account's. */
export function useRegister() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (account: NewAccount) =>
      unwrap(api.POST("/api/auth/register/", { body: { ...account, session: "cookie" } })),
    onSuccess: ({ access, user }) => {
      cache.clear();
      const spoken = language.get();
      const preferences = { ...user.preferences, language: spoken };
      cache.setQueryData(queryKeys.me, { ...user, preferences });
      openSession(access);
      if (user.preferences.language !== spoken)
        void api.PATCH("/api/auth/preferences/", { body: { language: spoken } }).catch(() => undefined);
    },
  });
}
