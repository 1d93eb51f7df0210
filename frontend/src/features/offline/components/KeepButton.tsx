import type { Task, TaskResult } from "@/shared/api/types";
import { Button } from "@/shared/ui/Button";
import { Notice } from "@/shared/ui/Notice";
import { useDropDance, useKeepDance, useKeptDances } from "../api/useKept";
import { canKeep } from "../lib/kept";
import { useOfflineWords } from "../words";

interface KeepButtonProps {
  task: Task;
  result: TaskResult;
  title: string;
}

/** Put a dance on this device for the hall without a network, or take it off again. */
export function KeepButton({ task, result, title }: KeepButtonProps) {
  const words = useOfflineWords();
  const { data: kept } = useKeptDances();
  const keep = useKeepDance();
  const drop = useDropDance();
  if (!canKeep()) return null;
  const isKept = kept?.some((dance) => dance.taskId === task.task_id) ?? false;
  return (
    <>
      {isKept ? (
        <Button icon="check" disabled={drop.isPending} onClick={() => drop.mutate(task.task_id)}>
          {words.kept}
        </Button>
      ) : (
        <Button icon="device" disabled={keep.isPending} onClick={() => keep.mutate({ task, result, title })}>
          {keep.isPending ? words.keeping : words.keep}
        </Button>
      )}
      {keep.error && (
        <Notice kind="trouble">
          <p>{words.keepFailed}</p>
        </Notice>
      )}
    </>
  );
}
