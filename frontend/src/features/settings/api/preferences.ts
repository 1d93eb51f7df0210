import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { queryKeys } from "@/shared/api/query-keys";
import type { User } from "@/shared/api/types";
import type { Preferences } from "../types";

/** Change what one wants unless one says otherwise. The page shows it at once, and as it was where that fails. */
export function useChangePreferences() {
  const cache = useQueryClient();
  const show = (preferences: Preferences) =>
    cache.setQueryData<User>(
      queryKeys.me,
      (me) => me && { ...me, preferences: { ...me.preferences, ...preferences } },
    );
  return useMutation({
    scope: { id: "preferences" }, // One after the other: the last choice is the one that stays.
    mutationFn: (body: Preferences) => unwrap(api.PATCH("/api/auth/preferences/", { body })),
    onMutate: (change) => {
      const before = cache.getQueryData<User>(queryKeys.me)?.preferences;
      show(change);
      return before;
    },
    onError: (_error, _change, before) => before && show(before),
  });
}
