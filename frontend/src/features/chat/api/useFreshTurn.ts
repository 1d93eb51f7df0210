import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { queryKeys } from "@/shared/api/query-keys";
import type { Task } from "@/shared/api/types";
import { isUnderWay, isUnanswered } from "../lib/turns";
import type { Turn } from "../types";
import { chatKeys } from "./keys";

/** A turn as its task says it stands; the conversation is read again as soon as the task knows more of the turn. */
export function useFreshTurn(turn: Turn, task: Task | undefined): Turn {
  const cache = useQueryClient();
  const fresh: Turn = task
    ? {
        ...turn,
        status: task.status,
        reply: task.reply || turn.reply,
        question: task.question || turn.question,
      }
    : turn;
  const isOver = !isUnderWay(fresh);
  const isNews = isOver === isUnderWay(turn) || isUnanswered(turn) !== isUnanswered(fresh);
  const choreographyId = task?.choreography_id ?? null;

  useEffect(() => {
    if (!isNews) return;
    void cache.invalidateQueries({ queryKey: chatKeys.all });
    if (choreographyId !== null)
      void cache.invalidateQueries({ queryKey: queryKeys.choreography(choreographyId) });
    if (isOver) void cache.invalidateQueries({ queryKey: queryKeys.tasks });
  }, [cache, isNews, isOver, choreographyId]);

  return fresh;
}
