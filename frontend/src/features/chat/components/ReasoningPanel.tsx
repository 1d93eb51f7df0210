import { useChatWords } from "../words";
import type { Step } from "../types";
import { ReasoningStep } from "./ReasoningStep";
import styles from "./ReasoningPanel.module.css";

interface ReasoningPanelProps {
  steps: readonly Step[];
  /** Whether more may come: then all of them are in view, and new ones are read aloud. */
  live: boolean;
  /** The model that planned; empty: the built-in planner. */
  model: string;
}

/** What was decided and looked up for an answer, in order: while it happens, and to look at afterwards. */
export function ReasoningPanel({ steps, live, model }: ReasoningPanelProps) {
  const words = useChatWords();
  const list = (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <ReasoningStep key={step.index} step={step} />
      ))}
    </ol>
  );
  if (live)
    return (
      <div className={styles.panel} role="log" aria-label={words.stepsOpen}>
        {steps.length === 0 ? <p className={styles.first}>{words.thinking}</p> : list}
      </div>
    );
  if (steps.length === 0) return null;
  return (
    <details className={styles.panel}>
      <summary className={styles.summary}>{words.steps(steps.length)}</summary>
      {list}
      {model !== "" && <p className={styles.model}>{words.planner(model)}</p>}
    </details>
  );
}
