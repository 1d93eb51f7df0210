import type { paths } from "@/shared/api/schema";
import type { User } from "@/shared/api/types";

type Json<Operation, Status extends number> = Operation extends {
  responses: Record<Status, { content: { "application/json": infer Body } }>;
}
  ? Body
  : never;

export type Preferences = User["preferences"];
export type Device = Json<paths["/api/auth/sessions/"]["get"], 200>[number];
