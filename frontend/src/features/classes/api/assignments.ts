import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { classKeys } from "./keys";

/** The links of a plan, open and closed. */
export const useAssignments = (plan_id: string) =>
  useQuery({
    queryKey: classKeys.assignments(plan_id),
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/class-plans/{plan_id}/assignments/", { params: { path: { plan_id } }, signal })),
    staleTime: 0,
  });

export function useAssign(plan_id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: { label: string; days: number }) =>
      unwrap(api.POST("/api/class-plans/{plan_id}/assignments/", { params: { path: { plan_id } }, body })),
    onSuccess: () => cache.invalidateQueries({ queryKey: classKeys.all }),
  });
}

export function useCloseAssignment(plan_id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (assignment_id: string) =>
      unwrap(
        api.DELETE("/api/class-plans/{plan_id}/assignments/{assignment_id}/", {
          params: { path: { plan_id, assignment_id } },
        }),
      ),
    onSuccess: () => cache.invalidateQueries({ queryKey: classKeys.all }),
  });
}
