import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { queryKeys } from "@/shared/api/query-keys";
import type { Edit } from "@/shared/api/types";

/** A change without the version it is made on, which the page adds. */
export type Wanted = Edit extends infer One ? (One extends Edit ? Omit<One, "blueprint_id"> : never) : never;

export type Step = Wanted | { kind: "undo" } | { kind: "redo" };

/**
 * Change the plan on the version that is seen. The answer names the task that makes the new video; the server refuses a
 * change of a version that is no longer the current one.
 */
export function useEdit(choreographyId: string, blueprintId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (step: Step) => {
      const params = { path: { choreography_id: choreographyId } };
      const body = { blueprint_id: blueprintId };
      if (step.kind === "undo")
        return unwrap(api.POST("/api/choreography/choreographies/{choreography_id}/undo/", { params, body }));
      if (step.kind === "redo")
        return unwrap(api.POST("/api/choreography/choreographies/{choreography_id}/redo/", { params, body }));
      return unwrap(
        api.POST("/api/choreography/choreographies/{choreography_id}/edits/", {
          params,
          body: { ...step, ...body },
        }),
      );
    },
    onSettled: () => cache.invalidateQueries({ queryKey: queryKeys.choreography(choreographyId) }),
  });
}
