import { Chips, choicesIn, isUnderWay, useChatWords, type TurnData } from "@/features/chat";
import { useTaskWords } from "@/features/task";
import type { Task } from "@/shared/api/types";
import { Button } from "@/shared/ui/Button";
import { Notice } from "@/shared/ui/Notice";
import styles from "./ChatTurn.module.css";
import { MakeVideo } from "./MakeVideo";

interface ChatTurnEndProps {
  turn: TurnData;
  task: Task | undefined;
  suggestions: readonly string[] | null;
  disabled: boolean;
  onSay: (sentence: string) => void;
}

/** How a turn ended where no dance came of it, and for the last one the ways on. */
export function ChatTurnEnd({ turn, task, suggestions, disabled, onSay }: ChatTurnEndProps) {
  const words = useChatWords();
  const { failure } = useTaskWords();
  const isLast = suggestions !== null;
  if (isUnderWay(turn)) return null;

  const isAnswered = turn.reply !== "";
  const stopped = isAnswered ? words.videoStopped : words.stopped;
  const hasNoVideo =
    isAnswered && turn.status !== null && task?.result === null && task.blueprint_id !== null;
  const choices = turn.question ? choicesIn(turn.reply) : [];
  return (
    <div className={styles.end}>
      {turn.status === "cancelled" && <p className={styles.quiet}>{stopped}</p>}
      {turn.status === "failed" && (
        <Notice kind="trouble" title={words.failed}>
          {task?.error && <p>{failure(task.error.code, task.error.detail)}</p>}
        </Notice>
      )}
      {turn.status === "completed" && hasNoVideo && <p className={styles.quiet}>{words.videoGone}</p>}
      {turn.status === null && turn.diff.length > 0 && <p className={styles.quiet}>{words.gone}</p>}
      {isLast && hasNoVideo && task.choreography_id !== null && (
        <MakeVideo choreographyId={task.choreography_id}>{words.makeVideo}</MakeVideo>
      )}
      {isLast && !isAnswered && (
        <Button disabled={disabled} onClick={() => onSay(turn.request)}>
          {words.again}
        </Button>
      )}
      {isLast && isAnswered && (
        <Chips
          label={turn.question ? words.answerWith : words.goOn}
          words={choices.length > 0 ? choices : suggestions}
          disabled={disabled}
          onSay={onSay}
        />
      )}
    </div>
  );
}
