import { language } from "@/shared/i18n";
import { Icon, type IconName } from "@/shared/ui/Icon";
import { formatTook } from "../lib/duration";
import type { Step } from "../types";
import { useChatWords } from "../words";
import styles from "./ReasoningStep.module.css";

const SIGNS = { running: null, done: "check", refused: "close" } as const satisfies Record<
  Step["status"],
  IconName | null
>;

/** One step: what was done, what came of it, how long it took; what it was called with on demand. */
export function ReasoningStep({ step }: { step: Step }) {
  const words = useChatWords();
  const spoken = language.use();
  const sign = SIGNS[step.status];
  const given = Object.entries(step.arguments);
  return (
    <li className={styles.step} data-state={step.status}>
      <span className={styles.sign}>{sign && <Icon name={sign} size={14} />}</span>
      <div className={styles.text}>
        <p className={styles.title}>
          {step.title}
          <span className="visually-hidden">, {words.stepState[step.status]}</span>
        </p>
        {step.result !== "" && <p className={styles.result}>{step.result}</p>}
        {given.length > 0 && (
          <details>
            <summary className={styles.more}>
              {words.details}
              <span className="visually-hidden">: {step.title}</span>
            </summary>
            <dl className={styles.given}>
              {given.map(([name, value]) => (
                <div key={name}>
                  <dt>{name.replaceAll("_", " ")}</dt>
                  <dd>{shown(value)}</dd>
                </div>
              ))}
            </dl>
          </details>
        )}
      </div>
      {step.duration_ms !== null && (
        <span className={styles.took}>{formatTook(step.duration_ms, spoken)}</span>
      )}
    </li>
  );
}

const shown = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
