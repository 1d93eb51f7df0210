import type { paths } from "@/shared/api/schema";

type Json<Operation, Status extends number> = Operation extends {
  responses: Record<Status, { content: { "application/json": infer Body } }>;
}
  ? Body
  : never;

export type Saved = Json<paths["/api/collections/{saved_id}/"]["get"], 200>;
export type CollectionStatistics = Json<paths["/api/collections/statistics/"]["get"], 200>;
export type Share = Json<paths["/api/collections/{saved_id}/shares/"]["get"], 200>[number];
export type NewShare = Json<paths["/api/collections/{saved_id}/shares/"]["post"], 201>;
export type SharedDance = Json<paths["/api/share/{token}/"]["get"], 200>;

/** One's own words on a dance. */
export interface SavedWords {
  title?: string;
  notes?: string;
  tags?: string[];
  favourite?: boolean;
}
