import type { Json, Sent } from "@/shared/api/json";
import type { paths } from "@/shared/api/schema";

export type PlanSummary = Json<paths["/api/class-plans/"]["get"], 200>["results"][number];
export type Plan = Json<paths["/api/class-plans/{plan_id}/"]["get"], 200>;
export type PlanItem = Plan["items"][number];
export type ItemKind = PlanItem["kind"];
export type PlanWords = Sent<paths["/api/class-plans/{plan_id}/"]["patch"]>;
export type ItemWords = Sent<paths["/api/class-plans/{plan_id}/items/{item_id}/"]["patch"]>;
export type NewItem = Sent<paths["/api/class-plans/{plan_id}/items/"]["post"]>;
export type ClassSummary = Json<paths["/api/class-plans/{plan_id}/summary/"]["get"], 200>;
export type Assignment = Json<paths["/api/class-plans/{plan_id}/assignments/"]["get"], 200>[number];
export type AssignedPlan = Json<paths["/api/assigned-plans/{token}/"]["get"], 200>;
export type AssignedItem = AssignedPlan["items"][number];
export type OwnPractice = Json<paths["/api/assigned-plans/{token}/practice/"]["get"], 200>[number];

export const ITEM_KINDS = ["choreography", "phrases", "activity"] as const satisfies readonly ItemKind[];
