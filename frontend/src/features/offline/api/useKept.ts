import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Task, TaskResult } from "@/shared/api/types";
import { dropDance, keepDance, listKept } from "../lib/kept";

const KEY = ["kept"] as const;

/** What lies on this device; asked of the device, so a missing network does not matter. */
export const useKeptDances = () =>
  useQuery({ queryKey: KEY, queryFn: listKept, networkMode: "always", staleTime: Infinity });

interface ToKeep {
  task: Task;
  result: TaskResult;
  title: string;
}

export function useKeepDance() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ task, result, title }: ToKeep) => keepDance(task, result, title),
    onSettled: () => cache.invalidateQueries({ queryKey: KEY }),
  });
}

export function useDropDance() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: dropDance,
    networkMode: "always",
    onSettled: () => cache.invalidateQueries({ queryKey: KEY }),
  });
}
