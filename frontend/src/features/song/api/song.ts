import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { queryKeys } from "@/shared/api/query-keys";
import type { SongDetail } from "@/shared/api/types";
import type { Correction, SongWordsChange } from "../types";

const at = (songId: string) => ({ path: { song_id: songId } });

/** A song with its counts, sections and outline. */
export const useSong = (songId: string) =>
  useQuery({
    queryKey: queryKeys.song(songId),
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/choreography/songs/{song_id}/", { params: at(songId), signal })),
  });

/** What the server answers is the song as it is now; lists show its tempo and its name. */
function useKeepSong(songId: string) {
  const cache = useQueryClient();
  return (song: SongDetail) => {
    cache.setQueryData(queryKeys.song(songId), song);
    void cache.invalidateQueries({ queryKey: [...queryKeys.songs, "list"] });
  };
}

export type CountChange = Correction | "undo" | "reset";

/** Correct the counts, undo the last correction, or take back all of them; one after the other. */
export function useChangeCounts(songId: string) {
  const keep = useKeepSong(songId);
  return useMutation({
    scope: { id: `counts-${songId}` },
    mutationFn: (change: CountChange) => {
      const params = at(songId);
      if (change === "undo")
        return unwrap(api.POST("/api/choreography/songs/{song_id}/corrections/undo/", { params }));
      if (change === "reset")
        return unwrap(api.DELETE("/api/choreography/songs/{song_id}/corrections/", { params }));
      return unwrap(api.POST("/api/choreography/songs/{song_id}/corrections/", { params, body: change }));
    },
    onSuccess: keep,
  });
}

export function useRenameSong(songId: string) {
  const keep = useKeepSong(songId);
  return useMutation({
    mutationFn: (body: SongWordsChange) =>
      unwrap(api.PATCH("/api/choreography/songs/{song_id}/", { params: at(songId), body })),
    onSuccess: keep,
  });
}

/** Delete a song with all its dances. */
export function useRemoveSong(songId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE("/api/choreography/songs/{song_id}/", { params: at(songId) })),
    onSuccess: () => {
      cache.removeQueries({ queryKey: queryKeys.song(songId) });
      void cache.invalidateQueries({ queryKey: [...queryKeys.songs, "list"] });
      void cache.invalidateQueries({ queryKey: queryKeys.tasks });
    },
  });
}
