import { useEffect, useEffectEvent, useState } from "react";
import { useNavigate } from "react-router";
import { useChoreography, useEdit, type Step } from "@/features/editing";
import { carryPlace } from "@/features/player";
import { useTask, useTaskWords } from "@/features/task";
import type { ChoreographyDetail, Task } from "@/shared/api/types";

/** A plan that can be changed while its video plays on. */
export interface DanceEditing {
  /** Null: this dance cannot be changed, or not yet. */
  choreography: ChoreographyDetail | null;
  /** Whether the plan is still on its way. */
  coming: boolean;
  busy: boolean;
  error: Error | null;
  /** Why the changed dance could not be made. */
  failure: string | null;
  step: (step: Step) => void;
}

/** Change the plan of a dance; when the changed video is there, the page turns to it where the old one stood. */
export function useDanceEditing(task: Task): DanceEditing {
  const navigate = useNavigate();
  const { failure } = useTaskWords();
  const { data: choreography, isLoading, refetch } = useChoreography(task.choreography_id);
  const [changedId, setChangedId] = useState<string | null>(null);
  const { data: changed } = useTask(changedId);
  const edit = useEdit(task.choreography_id ?? "", choreography?.current?.id ?? "");

  const turn = useEffectEvent((taskId: string) => {
    void refetch(); // The planner has made the version that the next change is made on.
    if (taskId === task.task_id) return; // Locking changes the plan, not the picture.
    carryPlace(task.task_id, taskId);
    void navigate(`/dance/${taskId}`, { replace: true, preventScrollReset: true });
  });
  const ready = changed?.status === "completed" ? changed.task_id : null;
  useEffect(() => {
    if (ready !== null) turn(ready);
  }, [ready]);

  const stopped = changed?.status === "failed" || changed?.status === "cancelled";
  return {
    choreography: choreography?.current ? choreography : null,
    coming: isLoading,
    busy: edit.isPending || (changedId !== null && ready === null && !stopped),
    error: edit.error,
    failure: !stopped ? null : changed.error ? failure(changed.error.code, changed.error.detail) : "",
    step: (step) => edit.mutate(step, { onSuccess: ({ task_id: taskId }) => setChangedId(taskId) }),
  };
}
