import type { Json } from "@/shared/api/json";
import type { paths } from "@/shared/api/schema";

export type SongImport = Json<paths["/api/choreography/songs/imports/{import_id}/"]["get"], 200>;
export type SongOrder = NonNullable<
  NonNullable<paths["/api/choreography/songs/"]["get"]["parameters"]["query"]>["ordering"]
>;

/** The orders that people ask for. */
export const SONG_ORDERS = [
  "title",
  "artist",
  "tempo_bpm",
  "-tempo_bpm",
  "duration_s",
  "-created_at",
] as const satisfies readonly SongOrder[];
export type ShownOrder = (typeof SONG_ORDERS)[number];
