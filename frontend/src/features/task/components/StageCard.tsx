import type { TaskStage } from "@/shared/api/types";
import { CountBar } from "@/shared/counts/CountBar";
import type { Count } from "@/shared/counts/grid";
import { useMessages } from "@/shared/i18n";
import { markAt, stageAfter } from "../lib/stages";
import styles from "./StageCard.module.css";

/** The stage in words, the count bar as its progress, and what comes next. */
export function StageCard({ stage, progress }: { stage: TaskStage; progress: number }) {
  const { task: words } = useMessages();
  const mark = markAt(progress);
  const next = stageAfter(stage);
  return (
    <div className={styles.card}>
      <div
        role="progressbar"
        aria-label={words.title}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(progress)}
        aria-valuetext={`${words.stage[stage]}, ${words.percent(progress)}`}
      >
        <CountBar className={styles.bar} lit={mark - 1} current={mark as Count} />
      </div>
      <div className={styles.words}>
        <p role="status" className={styles.stage}>
          {words.stage[stage]}
        </p>
        <p className={styles.percent} aria-hidden="true">
          {words.percent(progress)}
        </p>
      </div>
      <p className={styles.next}>{next === null ? words.last : words.next(words.stage[next])}</p>
    </div>
  );
}
