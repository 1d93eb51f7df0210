import type { TaskStage } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { Icon } from "@/shared/ui/Icon";
import { STAGES } from "../lib/stages";
import styles from "./StageList.module.css";

/** All steps of a dance: behind us, now, and to come. */
export function StageList({ stage }: { stage: TaskStage }) {
  const { task: words } = useMessages();
  const now = STAGES.indexOf(stage);
  return (
    <ol className={styles.list} aria-label={words.steps}>
      {STAGES.map((step, index) => (
        <li
          key={step}
          className={styles.step}
          data-when={index < now ? "behind" : index === now ? "now" : "ahead"}
          aria-current={index === now ? "step" : undefined}
        >
          <span className={styles.sign}>{index < now && <Icon name="check" size={16} />}</span>
          {words.stage[step]}
        </li>
      ))}
    </ol>
  );
}
