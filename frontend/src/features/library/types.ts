import type { Json } from "@/shared/api/json";
import type { paths } from "@/shared/api/schema";

type Query<Operation> = Operation extends { parameters: { query?: infer Asked } }
  ? NonNullable<Asked>
  : never;

export type MoveDetail = Json<paths["/api/choreography/moves/{move_id}/"]["get"], 200>;
export type MoveStatistics = Json<paths["/api/choreography/moves/statistics/"]["get"], 200>;
export type Coverage = Json<paths["/api/choreography/moves/coverage/"]["get"], 200>;
export type MoveOrder = NonNullable<Query<paths["/api/choreography/moves/"]["get"]>["ordering"]>;
export type Likeness = NonNullable<
  Query<paths["/api/choreography/moves/{move_id}/similar/"]["get"]>["modality"]
>;

/** The orders that people ask for. */
export const MOVE_ORDERS = [
  "category",
  "name",
  "difficulty",
  "energy",
  "tempo_bpm",
  "-tempo_bpm",
  "-created_at",
] as const satisfies readonly MoveOrder[];
export type ShownOrder = (typeof MOVE_ORDERS)[number];

export const LIKENESSES = [
  "all",
  "lead",
  "follow",
  "interaction",
  "audio",
  "text",
] as const satisfies readonly Likeness[];
export type ShownLikeness = (typeof LIKENESSES)[number];
