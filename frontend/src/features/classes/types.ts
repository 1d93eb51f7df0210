import type { paths } from "@/shared/api/schema";

type Json<Operation, Status extends number> = Operation extends {
  responses: Record<Status, { content: { "application/json": infer Body } }>;
}
  ? Body
  : never;
type Sent<Operation> = Operation extends { requestBody?: { content: { "application/json": infer Body } } }
  ? Body
  : never;

export type PlanSummary = Json<paths["/api/class-plans/"]["get"], 200>["results"][number];
export type Plan = Json<paths["/api/class-plans/{plan_id}/"]["get"], 200>;
export type PlanItem = Plan["items"][number];
export type ItemKind = PlanItem["kind"];
export type PlanWords = Sent<paths["/api/class-plans/{plan_id}/"]["patch"]>;
export type ItemWords = Sent<paths["/api/class-plans/{plan_id}/items/{item_id}/"]["patch"]>;
export type NewItem = Sent<paths["/api/class-plans/{plan_id}/items/"]["post"]>;
export type ClassSummary = Json<paths["/api/class-plans/{plan_id}/summary/"]["get"], 200>;
export type Assignment = Json<paths["/api/class-plans/{plan_id}/assignments/"]["get"], 200>[number];
export type Practised = Json<paths["/api/class-plans/{plan_id}/practised/"]["get"], 200>["results"][number];
export type AssignedPlan = Json<paths["/api/assigned-plans/{token}/"]["get"], 200>;
export type AssignedItem = AssignedPlan["items"][number];
export type AssignedDance = Json<paths["/api/assigned-plans/{token}/items/{item_id}/"]["get"], 200>;
export type OwnPractice = Json<paths["/api/assigned-plans/{token}/practice/"]["get"], 200>[number];

export const ITEM_KINDS = ["choreography", "phrases", "activity"] as const satisfies readonly ItemKind[];
