import type { Task } from "../src/shared/api/types.ts";
import { blankTask, READY } from "./fixture-tasks.ts";

/** What a sentence comes to. */
export interface Script {
  ends: "danced" | "asked" | "failed";
  reply: string;
  diff: { time_s: number; first_beat: number; counts: number; before: string | null; after: string | null }[];
}

const STEP_AFTER_S = 0.4;
export const REPLY_AFTER_S = 1.2;
export const settledTask = { afterS: 2.4 };

interface Asked {
  taskId: string;
  conversationId: string;
  createdAt: string;
  script: Script;
  ageS: number;
}

/** The task of a sentence as it is `ageS` seconds after it was said. */
export function chatTask({ taskId, conversationId, createdAt, script, ageS }: Asked): Task {
  const task: Task = {
    ...blankTask(taskId, createdAt),
    kind: "describe",
    conversation_id: conversationId,
    reasoning: stepsAt(ageS),
  };
  if (ageS < STEP_AFTER_S) return task;
  if (ageS < REPLY_AFTER_S) return { ...task, status: "processing", stage: "searching", progress: 30 };
  if (script.ends === "failed")
    return {
      ...task,
      status: "failed",
      error: { code: "impossible_filter", detail: "No two moves of the library fit these words." },
    };
  const answered: Task = { ...task, reply: script.reply, question: script.ends === "asked" };
  if (script.ends === "asked") return { ...answered, status: "completed", stage: "done", progress: 100 };
  const planned: Task = {
    ...answered,
    choreography_id: "c40e0000-0000-4000-8000-0000000000c7",
    blueprint_id: `b1e00000-0000-4000-8000-0000000000${taskId.slice(-2)}`,
  };
  if (ageS < settledTask.afterS)
    return { ...planned, status: "processing", stage: "assembling", progress: 75 };
  return { ...planned, status: "completed", stage: "done", progress: 100, ...READY };
}

function stepsAt(ageS: number): Task["reasoning"] {
  if (ageS < STEP_AFTER_S) return [];
  const isDone = ageS >= REPLY_AFTER_S;
  return [
    {
      index: 0,
      tool: "",
      title: "What I understood",
      arguments: {},
      result: "beginner, romantic",
      status: "done",
      duration_ms: 12,
    },
    {
      index: 1,
      tool: "generate_blueprint",
      title: "Planning the dance",
      arguments: { difficulty: "beginner", avoid_categories: ["headrolls"] },
      result: isDone ? "16 moves" : "",
      status: isDone ? "done" : "running",
      duration_ms: isDone ? 1240 : null,
    },
  ];
}
