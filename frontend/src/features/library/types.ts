import type { paths } from "@/shared/api/schema";

type Json<Operation> = Operation extends {
  responses: Record<200, { content: { "application/json": infer Body } }>;
}
  ? Body
  : never;
type Query<Operation> = Operation extends { parameters: { query?: infer Asked } }
  ? NonNullable<Asked>
  : never;

export type MoveDetail = Json<paths["/api/choreography/moves/{move_id}/"]["get"]>;
export type MoveStatistics = Json<paths["/api/choreography/moves/statistics/"]["get"]>;
export type Coverage = Json<paths["/api/choreography/moves/coverage/"]["get"]>;
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
