import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { collectionKeys } from "./keys";

interface BeatRange {
  firstBeat: number;
  endBeat: number;
}

/** The named loops of a saved dance, kept with the account: the same on every device. */
export function useSavedLoops(savedId: string | null) {
  const cache = useQueryClient();
  const key = collectionKeys.loops(savedId ?? "");
  const again = () => cache.invalidateQueries({ queryKey: key });
  const path = { saved_id: savedId ?? "" };
  const known = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/collections/{saved_id}/loops/", { params: { path }, signal })),
    enabled: savedId !== null,
    staleTime: 60_000,
  });
  const add = useMutation({
    mutationFn: ({ name, range }: { name: string; range: BeatRange }) =>
      unwrap(
        api.POST("/api/collections/{saved_id}/loops/", {
          params: { path },
          body: { name, start_beat: range.firstBeat, end_beat: range.endBeat },
        }),
      ),
    onSuccess: again,
  });
  const remove = useMutation({
    mutationFn: (loop_id: string) =>
      unwrap(
        api.DELETE("/api/collections/{saved_id}/loops/{loop_id}/", {
          params: { path: { ...path, loop_id } },
        }),
      ),
    onSuccess: again,
  });
  return {
    loops: (known.data ?? []).map(({ id, name, start_beat, end_beat }) => ({
      id,
      name,
      firstBeat: start_beat,
      endBeat: end_beat,
    })),
    error: add.error ?? remove.error ?? known.error,
    save: (name: string, range: BeatRange) => add.mutate({ name, range }),
    remove: (id: string) => remove.mutate(id),
  };
}
