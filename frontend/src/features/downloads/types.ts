import type { paths } from "@/shared/api/schema";

type Json<Operation> = Operation extends {
  responses: Record<200, { content: { "application/json": infer Body } }>;
}
  ? Body
  : never;
type Sent<Operation> = Operation extends { requestBody?: { content: { "application/json": infer Body } } }
  ? Body
  : never;

type List = paths["/api/choreography/tasks/{task_id}/renditions/"];
export type Rendition = Json<List["get"]>["results"][number];
/** A further file somebody asks for. */
export type Wanted = Sent<List["post"]>;
