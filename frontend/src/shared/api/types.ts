import type { Json, Sent } from "./json";
import type { paths } from "./schema";

export type User = Json<paths["/api/auth/me/"]["get"], 200>;
export type Song = Json<paths["/api/choreography/songs/"]["get"], 200>["results"][number];
export type Section = Song["sections"][number];
export type SectionLabel = Section["label"];

export type SongDetail = Json<paths["/api/choreography/songs/{song_id}/"]["get"], 200>;
export type Move = Json<paths["/api/choreography/moves/"]["get"], 200>["results"][number];

export type ChoreographyRequest = Sent<paths["/api/choreography/generate/"]["post"]>;
export type Difficulty = ChoreographyRequest["difficulty"];
export type Energy = ChoreographyRequest["energy"];
export type Style = ChoreographyRequest["style"];

export type ChoreographyDetail = Json<
  paths["/api/choreography/choreographies/{choreography_id}/"]["get"],
  200
>;
export type Edit = Sent<paths["/api/choreography/choreographies/{choreography_id}/edits/"]["post"]>;
export type Alternative = Json<
  paths["/api/choreography/choreographies/{choreography_id}/segments/{index}/alternatives/"]["get"],
  200
>["results"][number];

export type Task = Json<paths["/api/choreography/tasks/{task_id}/"]["get"], 200>;
export type TaskSummary = Json<paths["/api/choreography/tasks/"]["get"], 200>["results"][number];
export type TaskStage = Task["stage"];
export type TaskResult = NonNullable<Task["result"]>;
export type Blueprint = TaskResult["blueprint"];
export type Grid = Blueprint["grid"];
export type Segment = Blueprint["segments"][number];
export type Category = Segment["category"];

export const DIFFICULTIES = ["beginner", "intermediate", "advanced"] as const satisfies readonly Difficulty[];
export const ENERGIES = ["low", "medium", "high"] as const satisfies readonly Energy[];
export const STYLES = ["romantic", "energetic", "sensual", "playful"] as const satisfies readonly Style[];
export const CATEGORIES = [
  "basic",
  "arm_styling",
  "bodywaves",
  "bolero",
  "cross_body_lead",
  "footwork",
  "golpes",
  "hammerlock",
  "headrolls",
  "hiprolls",
  "intros",
  "ladyturn",
  "outro",
  "shadow",
  "spin",
  "style",
] as const satisfies readonly Category[];
