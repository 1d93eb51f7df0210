import type { Json } from "@/shared/api/json";
import type { paths } from "@/shared/api/schema";
import type { Task } from "@/shared/api/types";

export type ConversationSummary = Json<
  paths["/api/choreography/conversations/"]["get"],
  200
>["results"][number];
export type Conversation = Json<paths["/api/choreography/conversations/{conversation_id}/"]["get"], 200>;
export type Turn = Conversation["turns"][number];
export type ChangedPlace = Turn["diff"][number];
export type Step = Task["reasoning"][number];
