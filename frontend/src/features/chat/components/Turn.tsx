import type { ReactNode, Ref } from "react";
import type { Segment } from "@/shared/api/types";
import { CountBar } from "@/shared/counts/CountBar";
import { isThinking } from "../lib/turns";
import type { Step, Turn as TurnData } from "../types";
import { useChatWords } from "../words";
import { DiffList } from "./DiffList";
import { ReasoningPanel } from "./ReasoningPanel";
import styles from "./Turn.module.css";

interface TurnProps {
  turn: TurnData;
  steps: readonly Step[];
  segments: readonly Segment[];
  ref?: Ref<HTMLLIElement> | undefined;
  /** How far it is, the dance it made, what to say next. */
  children?: ReactNode;
}

/** One sentence and what the choreographer makes of it. */
export function Turn({ turn, steps, segments, ref, children }: TurnProps) {
  const words = useChatWords();
  const thinking = isThinking(turn);
  // While it grows it stands last: progress and the way to stop stay where they are.
  const panel = <ReasoningPanel steps={steps} live={thinking} model={turn.by_model} />;
  return (
    <li className={styles.turn} ref={ref}>
      <p className={styles.said}>
        <span className="visually-hidden">{words.you}: </span>
        {turn.request}
      </p>
      <div className={styles.answer}>
        <CountBar className={styles.mark} />
        <div aria-live="polite" className={styles.words}>
          <span className="visually-hidden">{words.choreographer}</span>
          {turn.question && turn.reply !== "" && <p className={styles.asks}>{words.asks}</p>}
          {turn.reply !== "" && (
            <p className={turn.question ? `${styles.reply} ${styles.question}` : styles.reply}>
              {turn.reply}
            </p>
          )}
          {turn.reply === "" && turn.status === null && <p className={styles.quiet}>{words.noAnswer}</p>}
        </div>
        <DiffList places={turn.diff} segments={segments} />
        {!thinking && panel}
        {children}
        {thinking && panel}
      </div>
    </li>
  );
}
