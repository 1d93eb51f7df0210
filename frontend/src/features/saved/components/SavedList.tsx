import { useState } from "react";
import type { TaskSummary } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { Button, ButtonLink } from "@/shared/ui/Button";
import { EmptyPlace } from "@/shared/ui/EmptyPlace";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useTasks } from "../api/listTasks";
import { RemoveDialog } from "./RemoveDialog";
import { SavedCard } from "./SavedCard";
import styles from "./SavedList.module.css";

/** All dances of the one who is signed in. */
export function SavedList() {
  const { saved, actions, loading } = useMessages();
  const [leaving, setLeaving] = useState<TaskSummary | null>(null);
  const query = useTasks();
  const tasks = query.data?.pages.flatMap((page) => page.results);

  if (query.isPending) return <p role="status">{loading}</p>;
  if (tasks?.length === 0)
    return (
      <EmptyPlace
        title={saved.emptyTitle}
        action={
          <ButtonLink look="primary" to="/dance">
            {actions.toSongs}
          </ButtonLink>
        }
      >
        {saved.empty}
      </EmptyPlace>
    );
  return (
    <div className={styles.saved}>
      {query.error && (
        <ProblemNotice error={query.error}>
          <Button onClick={() => void query.refetch()}>{actions.tryAgain}</Button>
        </ProblemNotice>
      )}
      <ul className={styles.list}>
        {tasks?.map((task) => (
          <SavedCard key={task.task_id} task={task} onRemove={() => setLeaving(task)} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
          {actions.showMore}
        </Button>
      )}
      {leaving && <RemoveDialog task={leaving} onClose={() => setLeaving(null)} />}
    </div>
  );
}
