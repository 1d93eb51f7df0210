import type { TaskSummary } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { Dialog } from "@/shared/ui/Dialog";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useDeleteTask } from "../api/deleteTask";
import styles from "./RemoveDialog.module.css";

interface RemoveDialogProps {
  task: TaskSummary;
  onClose: () => void;
}

/** Ask once before a dance is gone for good. */
export function RemoveDialog({ task, onClose }: RemoveDialogProps) {
  const { saved, actions, task: words } = useMessages();
  const remove = useDeleteTask();
  return (
    <Dialog title={saved.removeTitle} closeLabel={actions.close} onClose={onClose}>
      <p>{saved.removeText(task.song?.title ?? words.untitled)}</p>
      {remove.error && <ProblemNotice error={remove.error} />}
      <div className={styles.ways}>
        <Button onClick={onClose}>{actions.cancel}</Button>
        <Button
          look="primary"
          disabled={remove.isPending}
          onClick={() => remove.mutate(task.task_id, { onSuccess: onClose })}
        >
          {actions.remove}
        </Button>
      </div>
    </Dialog>
  );
}
