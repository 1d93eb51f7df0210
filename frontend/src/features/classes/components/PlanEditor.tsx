import type { Plan } from "../types";
import { AddPart } from "./AddPart";
import { PartList } from "./PartList";
import { PlanActions } from "./PlanActions";
import styles from "./PlanEditor.module.css";
import { PlanForm } from "./PlanForm";
import { PractisedTable } from "./PractisedTable";
import { SummaryPanel } from "./SummaryPanel";

/** One class from its objective to who practised it. */
export function PlanEditor({ plan }: { plan: Plan }) {
  return (
    <div className={styles.editor}>
      <div className={styles.parts}>
        <PartList plan={plan} />
        <AddPart planId={plan.id} />
      </div>
      <div className={styles.side}>
        <PlanActions plan={plan} />
        <SummaryPanel plan={plan} />
        <PractisedTable planId={plan.id} />
      </div>
      <div className={styles.form}>
        <PlanForm key={plan.id} plan={plan} />
      </div>
    </div>
  );
}
