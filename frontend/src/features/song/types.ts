import type { Sent } from "@/shared/api/json";
import type { paths } from "@/shared/api/schema";
import type { SongDetail } from "@/shared/api/types";

export type Correction = Sent<paths["/api/choreography/songs/{song_id}/corrections/"]["post"]>;
export type CorrectionStep = SongDetail["corrections"][number];
export type SongGrid = NonNullable<SongDetail["grid"]>;
export type SongWordsChange = Sent<paths["/api/choreography/songs/{song_id}/"]["patch"]>;
