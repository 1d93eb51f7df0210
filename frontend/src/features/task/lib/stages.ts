import type { Task, TaskStage } from "@/shared/api/types";

/** The way of a dance, in order. */
export const STAGES: readonly TaskStage[] = [
  "waiting",
  "analysing",
  "searching",
  "sequencing",
  "assembling",
  "publishing",
];

/** What comes after a stage, or null after the last one. */
export const stageAfter = (stage: TaskStage): TaskStage | null => {
  const index = STAGES.indexOf(stage);
  return index < 0 ? null : (STAGES[index + 1] ?? null);
};

export const isFinished = (status: Task["status"]) => status !== "queued" && status !== "processing";

/** How long to wait before the next look, by how often we looked: a dance is usually there within seconds. */
export function pollAfterMs(looks: number): number {
  if (looks < 20) return 500;
  return looks < 60 ? 1000 : 2000;
}

/** The mark of the count bar that a progress of 0..100 has come to: 1..8. */
export const markAt = (progress: number) => Math.min(8, Math.floor(Math.max(0, progress) / 12.5) + 1);
