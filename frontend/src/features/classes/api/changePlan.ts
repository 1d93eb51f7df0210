import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { inOrder } from "../lib/order";
import type { ItemWords, NewItem, Plan, PlanWords } from "../types";
import { classKeys } from "./keys";

/** A change of one plan: what it answers is shown at once, its summary and the lists are fetched again. */
function usePlanChange<Given>(mutationFn: (given: Given) => Promise<unknown>) {
  const cache = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => cache.invalidateQueries({ queryKey: classKeys.all }) });
}

export const useChangePlan = (plan_id: string) =>
  usePlanChange((body: PlanWords) =>
    unwrap(api.PATCH("/api/class-plans/{plan_id}/", { params: { path: { plan_id } }, body })),
  );

export const useAddItem = (plan_id: string) =>
  usePlanChange((body: NewItem) =>
    unwrap(api.POST("/api/class-plans/{plan_id}/items/", { params: { path: { plan_id } }, body })),
  );

export const useChangeItem = (plan_id: string, item_id: string) =>
  usePlanChange((body: ItemWords) =>
    unwrap(
      api.PATCH("/api/class-plans/{plan_id}/items/{item_id}/", {
        params: { path: { plan_id, item_id } },
        body,
      }),
    ),
  );

export const useRemoveItem = (plan_id: string) =>
  usePlanChange((item_id: string) =>
    unwrap(
      api.DELETE("/api/class-plans/{plan_id}/items/{item_id}/", { params: { path: { plan_id, item_id } } }),
    ),
  );

/** Put the parts in a new order: shown at once, and taken back where the server says no. */
export function useReorder(plan_id: string) {
  const cache = useQueryClient();
  const key = classKeys.plan(plan_id);
  return useMutation({
    mutationFn: (item_ids: string[]) =>
      unwrap(
        api.PUT("/api/class-plans/{plan_id}/order/", { params: { path: { plan_id } }, body: { item_ids } }),
      ),
    onMutate: async (itemIds) => {
      await cache.cancelQueries({ queryKey: key });
      cache.setQueryData<Plan>(key, (plan) => plan && { ...plan, items: inOrder(plan.items, itemIds) });
    },
    onSettled: () => cache.invalidateQueries({ queryKey: classKeys.all }),
  });
}
