import type { Task } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { Notice } from "@/shared/ui/Notice";
import { useCancelTask } from "../api/cancelTask";
import { StageCard } from "./StageCard";
import { StageList } from "./StageList";
import { WishLine } from "./WishLine";
import styles from "./TaskProgress.module.css";

interface TaskProgressProps {
  task: Task;
  /** Whether the last look at the task failed. */
  lost: boolean;
}

/** A dance in the making: what happens now, how far it is, what comes next, and the way out. */
export function TaskProgress({ task, lost }: TaskProgressProps) {
  const { task: words } = useMessages();
  const cancel = useCancelTask(task.task_id);
  return (
    <section className={styles.progress}>
      <header>
        <h1>{words.title}</h1>
        <WishLine task={task} withTitle />
      </header>
      {!task.worker_online && (
        <Notice kind="word" title={words.offlineTitle}>
          <p>{words.offline}</p>
        </Notice>
      )}
      {lost && (
        <Notice kind="word">
          <p>{words.lost}</p>
        </Notice>
      )}
      <StageCard stage={task.stage} progress={task.progress} />
      <StageList stage={task.stage} />
      <p className={styles.leave}>{words.leave}</p>
      <Button icon="close" onClick={() => cancel.mutate()} disabled={cancel.isPending}>
        {cancel.isPending ? words.cancelling : words.cancel}
      </Button>
    </section>
  );
}
