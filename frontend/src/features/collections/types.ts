import type { Json } from "@/shared/api/json";
import type { paths } from "@/shared/api/schema";

export type Saved = Json<paths["/api/collections/{saved_id}/"]["get"], 200>;
export type CollectionStatistics = Json<paths["/api/collections/statistics/"]["get"], 200>;
export type Share = Json<paths["/api/collections/{saved_id}/shares/"]["get"], 200>[number];

/** One's own words on a dance. */
export interface SavedWords {
  title?: string;
  notes?: string;
  tags?: string[];
  favourite?: boolean;
}
