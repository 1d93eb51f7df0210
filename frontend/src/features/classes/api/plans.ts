import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { classKeys } from "./keys";

const at = (plan_id: string) => ({ params: { path: { plan_id } } });

export const usePlans = (search: string) =>
  useQuery({
    queryKey: classKeys.list(search),
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/class-plans/", { params: { query: { search, page_size: 100 } }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

export const useTeachingStatistics = () =>
  useQuery({
    queryKey: classKeys.statistics,
    queryFn: ({ signal }) => unwrap(api.GET("/api/class-plans/statistics/", { signal })),
    staleTime: 0,
  });

export const usePlan = (planId: string) =>
  useQuery({
    queryKey: classKeys.plan(planId),
    queryFn: ({ signal }) => unwrap(api.GET("/api/class-plans/{plan_id}/", { ...at(planId), signal })),
  });

export const useSummary = (planId: string) =>
  useQuery({
    queryKey: classKeys.summary(planId),
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/class-plans/{plan_id}/summary/", { ...at(planId), signal })),
    placeholderData: keepPreviousData,
  });

export const usePractised = (planId: string) =>
  useQuery({
    queryKey: classKeys.practised(planId),
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/class-plans/{plan_id}/practised/", {
          params: { path: { plan_id: planId }, query: { page_size: 100 } },
          signal,
        }),
      ),
    staleTime: 0,
  });

/** The dances that a class can be made of. */
export const useDances = () =>
  useQuery({
    queryKey: classKeys.dances,
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/collections/", { params: { query: { ordering: "title", page_size: 100 } }, signal }),
      ),
    staleTime: 60_000,
  });

function usePlanListChange<Given, Answer>(mutationFn: (given: Given) => Promise<Answer>) {
  const cache = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => cache.invalidateQueries({ queryKey: classKeys.all }) });
}

export const useCreatePlan = () =>
  usePlanListChange((title: string) => unwrap(api.POST("/api/class-plans/", { body: { title } })));

export const useDuplicatePlan = () =>
  usePlanListChange((planId: string) =>
    unwrap(api.POST("/api/class-plans/{plan_id}/duplicate/", at(planId))),
  );

export function useRemovePlan() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (planId: string) => unwrap(api.DELETE("/api/class-plans/{plan_id}/", at(planId))),
    onSuccess: (_nothing, planId) => {
      cache.removeQueries({ queryKey: classKeys.plan(planId) });
      return cache.invalidateQueries({ queryKey: ["classes", "list"] });
    },
  });
}
