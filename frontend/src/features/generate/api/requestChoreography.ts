import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { isPassing } from "@/shared/api/query-client";
import { queryKeys } from "@/shared/api/query-keys";
import { randomKey } from "@/shared/api/random-key";
import type { ChoreographyRequest } from "@/shared/api/types";
import { language } from "@/shared/i18n";

interface Order {
  request: ChoreographyRequest;
  key: string;
}

/** Order a dance. The key makes a repeated request (a lost answer, a double tap) the same order. */
export function useRequestChoreography() {
  const cache = useQueryClient();
  const mutation = useMutation({
    mutationFn: ({ request, key }: Order) =>
      unwrap(
        api.POST("/api/choreography/generate/", {
          body: { language: language.get(), ...request }, // Reasons come in the language of the page.
          params: { header: { "Idempotency-Key": key } },
        }),
      ),
    retry: (failures, error) => failures < 2 && isPassing(error),
    onSuccess: () => cache.invalidateQueries({ queryKey: queryKeys.tasks }),
  });
  return {
    ...mutation,
    order: async (request: ChoreographyRequest) => {
      const accepted = await mutation.mutateAsync({ request, key: randomKey() });
      return accepted.task_id;
    },
  };
}
