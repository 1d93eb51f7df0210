import { useNavigate } from "react-router";
import { DanceActions, PracticeMeter, useSavedLoops, useSavedOf } from "@/features/collections";
import { Downloads } from "@/features/downloads";
import { EditBar, MoveTools } from "@/features/editing";
import { KeepButton } from "@/features/offline";
import { Player, recallPlace, useLocalLoops } from "@/features/player";
import { WishLine } from "@/features/task";
import type { Segment, Task, TaskResult } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { PageTitle } from "../layout/PageTitle";
import styles from "../pages/TaskPage.module.css";
import { useCaptions } from "./useCaptions";
import { useDanceEditing } from "./useDanceEditing";

interface ReadyDanceProps {
  task: Task;
  result: TaskResult;
  onExpired: () => Promise<unknown>;
}

/** A finished dance: the player, what one keeps of it, and the tools to change its plan in place. */
export function ReadyDance({ task, result, onExpired }: ReadyDanceProps) {
  const words = useMessages();
  const navigate = useNavigate();
  const { data: saved } = useSavedOf(task.choreography_id);
  const here = useLocalLoops(task.choreography_id ?? task.task_id);
  const kept = useSavedLoops(saved?.id ?? null);
  const captions = useCaptions();
  const { choreography, coming, busy, error, failure, step } = useDanceEditing(task);
  const title = saved?.title ?? task.song?.title ?? words.task.untitled;
  const current = choreography?.current ?? null;

  const toolsFor = (segment: Segment) =>
    choreography && current ? (
      <MoveTools
        segment={segment}
        choreographyId={choreography.id}
        blueprintId={current.id}
        locked={current.locked.includes(segment.index)}
        moves={result.blueprint.segments.length}
        busy={busy}
        onWant={step}
      />
    ) : (
      coming && <div className={styles.coming} />
    );
  const actions = (
    <div className={styles.actions}>
      {task.choreography_id !== null && (
        <DanceActions choreographyId={task.choreography_id} onRemoved={() => void navigate("/saved")} />
      )}
      <Downloads task={task} atS={() => recallPlace(task.task_id)?.timeS ?? 0} />
      <KeepButton task={task} result={result} title={title} />
    </div>
  );
  return (
    <article className={styles.dance}>
      <PageTitle title={title} />
      <header className={styles.header}>
        <h1>{title}</h1>
        <WishLine task={task} />
      </header>
      <PracticeMeter savedId={saved?.id ?? null}>
        <Player
          key={task.task_id}
          taskId={task.task_id}
          title={title}
          result={result}
          shelf={saved ? kept : here}
          captions={captions}
          aboveMoves={
            <>
              {actions}
              {(coming || choreography) && (
                <EditBar {...{ choreography, busy, error, failure }} onStep={step} />
              )}
            </>
          }
          toolsFor={toolsFor}
          onExpired={onExpired}
        />
      </PracticeMeter>
    </article>
  );
}
