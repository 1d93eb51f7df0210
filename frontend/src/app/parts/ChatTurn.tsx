import { useState, type Ref } from "react";
import { DanceCard, isUnderWay, Turn, useChatWords, useFreshTurn, type TurnData } from "@/features/chat";
import { StageCard, useCancelTask, useTask, WishLine } from "@/features/task";
import type { Task } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { Notice } from "@/shared/ui/Notice";
import { ChatTurnEnd } from "./ChatTurnEnd";
import styles from "./ChatTurn.module.css";

interface ChatTurnProps {
  turn: TurnData;
  /** Whether its task is looked up at once; of older ones only when asked for. */
  startsOpen: boolean;
  /** Sentences worth saying next; null where the conversation goes on below. */
  suggestions: readonly string[] | null;
  disabled: boolean;
  ref: Ref<HTMLLIElement>;
  onSay: (sentence: string) => void;
}

/** A sentence of the chat with all that is done for it: the steps, the progress, the dance, what to say next. */
export function ChatTurn(props: ChatTurnProps) {
  const { startsOpen, ref } = props;
  const words = useChatWords();
  const [isOpen, setOpen] = useState(startsOpen);
  const taskId = isOpen || isUnderWay(props.turn) ? props.turn.task_id : null;
  const { data: task, error, refetch } = useTask(taskId);
  const turn = useFreshTurn(props.turn, task);
  const result = task?.result ?? null;
  const isComing = turn.blueprint_id !== null && taskId !== null && task === undefined && !error;
  return (
    <Turn turn={turn} steps={task?.reasoning ?? []} segments={result?.blueprint.segments ?? []} ref={ref}>
      {isUnderWay(turn) && task && <UnderWay task={task} lost={error !== null} />}
      {isComing && <div className={styles.reserved} />}
      {task && result && (
        <DanceCard task={task} result={result} onExpired={refetch}>
          <WishLine task={task} />
        </DanceCard>
      )}
      {taskId === null && turn.task_id !== null && (
        <div>
          <Button look="quiet" icon="down" onClick={() => setOpen(true)}>
            {words.showDance}
          </Button>
        </div>
      )}
      {/* What to say next is known once the conversation is, not only its task. */}
      <ChatTurnEnd
        {...props}
        {...{ turn, task }}
        suggestions={isUnderWay(props.turn) ? null : props.suggestions}
      />
    </Turn>
  );
}

function UnderWay({ task, lost }: { task: Task; lost: boolean }) {
  const { task: shared } = useMessages();
  const words = useChatWords();
  const cancel = useCancelTask(task.task_id);
  return (
    <div className={styles.underWay}>
      {!task.worker_online && (
        <Notice kind="word" title={shared.offlineTitle}>
          <p>{shared.offline}</p>
        </Notice>
      )}
      {lost && (
        <Notice kind="word">
          <p>{shared.lost}</p>
        </Notice>
      )}
      <StageCard stage={task.stage} progress={task.progress} />
      <Button icon="stop" disabled={cancel.isPending} onClick={() => cancel.mutate()}>
        {cancel.isPending ? words.stopping : words.stop}
      </Button>
    </div>
  );
}
