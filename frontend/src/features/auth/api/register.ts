import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { queryKeys } from "@/shared/api/query-keys";
import { openSession } from "@/shared/api/session";

export interface NewAccount {
  email: string;
  password: string;
  display_name: string;
}

/** Create an account and sign in to it. */
export function useRegister() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (account: NewAccount) =>
      unwrap(api.POST("/api/auth/register/", { body: { ...account, session: "cookie" } })),
    onSuccess: ({ access, user }) => {
      cache.clear();
      cache.setQueryData(queryKeys.me, user);
      openSession(access);
    },
  });
}
