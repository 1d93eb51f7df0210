import type { paths } from "@/shared/api/schema";
import type { SongDetail } from "@/shared/api/types";

type Sent<Operation> = Operation extends { requestBody?: { content: { "application/json": infer Body } } }
  ? Body
  : never;

export type Correction = Sent<paths["/api/choreography/songs/{song_id}/corrections/"]["post"]>;
export type CorrectionStep = SongDetail["corrections"][number];
export type SongGrid = NonNullable<SongDetail["grid"]>;
export type SongWordsChange = Sent<paths["/api/choreography/songs/{song_id}/"]["patch"]>;
