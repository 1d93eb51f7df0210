import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { closeSession } from "@/shared/api/session";

/** How a link to a new password reaches people here, if at all. */
export const useDelivery = () =>
  useQuery({
    queryKey: ["reset-delivery"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/auth/password/reset/", { signal })),
  });

/** Have a link sent; the answer is the same for an email of no account. */
export const useAskForLink = () =>
  useMutation({
    mutationFn: (email: string) => unwrap(api.POST("/api/auth/password/reset/", { body: { email } })),
  });

interface NewPassword {
  uid: string;
  token: string;
  new_password: string;
}

/** Set the password of an account by its link. It ends every session, one in this browser too. */
export function useSetPassword() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (given: NewPassword) =>
      unwrap(api.POST("/api/auth/password/reset/confirm/", { body: given })),
    onSuccess: () => {
      closeSession();
      cache.clear();
    },
  });
}
