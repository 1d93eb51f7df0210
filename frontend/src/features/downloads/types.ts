import type { Json, Sent } from "@/shared/api/json";
import type { paths } from "@/shared/api/schema";

type List = paths["/api/choreography/tasks/{task_id}/renditions/"];
export type Rendition = Json<List["get"], 200>["results"][number];
/** A further file somebody asks for. */
export type Wanted = Sent<List["post"]>;
