import { useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { queryKeys } from "@/shared/api/query-keys";

/** Who is signed in. */
export const useMe = () =>
  useQuery({
    queryKey: queryKeys.me,
    queryFn: ({ signal }) => unwrap(api.GET("/api/auth/me/", { signal })),
    staleTime: Infinity,
  });
