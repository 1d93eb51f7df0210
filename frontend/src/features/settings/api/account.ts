import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { queryKeys } from "@/shared/api/query-keys";
import { closeSession, openSession } from "@/shared/api/session";
import { saveFile } from "../lib/save-file";

/** Be called something else. */
export function useRename() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (display_name: string) => unwrap(api.PATCH("/api/auth/me/", { body: { display_name } })),
    onSuccess: (me) => cache.setQueryData(queryKeys.me, me),
  });
}

/** Change the password. It ends every session; the answer opens this one anew. */
export function useChangePassword() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (given: { current_password: string; new_password: string }) =>
      unwrap(api.POST("/api/auth/password/", { body: { ...given, session: "cookie" } })),
    onSuccess: ({ access }) => {
      openSession(access);
      return cache.invalidateQueries({ queryKey: ["sessions"] });
    },
  });
}

/** Save everything that is kept of the account as a file. */
export const useExport = () =>
  useMutation({
    mutationFn: async () => {
      const data = await unwrap<unknown>(api.GET("/api/auth/export/", { parseAs: "blob" }));
      saveFile(data as Blob, "bachata-buddy-export.json");
    },
  });

/** Remove the account with all that is in it. */
export function useCloseAccount() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (password: string) => unwrap(api.POST("/api/auth/close/", { body: { password } })),
    onSuccess: () => {
      closeSession();
      cache.clear();
    },
  });
}
