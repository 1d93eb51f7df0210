import { useState } from "react";
import { Icon } from "@/shared/ui/Icon";
import type { Plan } from "../types";
import { useClassWords } from "../words";
import { AddPart } from "./AddPart";
import { PartList } from "./PartList";
import { PlanActions } from "./PlanActions";
import styles from "./PlanEditor.module.css";
import { PlanForm } from "./PlanForm";
import { PractisedTable } from "./PractisedTable";
import { SummaryPanel } from "./SummaryPanel";

/** One class from its objective to who practised it. */
export function PlanEditor({ plan }: { plan: Plan }) {
  const words = useClassWords();
  const [isNew] = useState(plan.items.length === 0);
  return (
    <div className={styles.editor}>
      <div className={styles.parts}>
        <details className={styles.about} open={isNew}>
          <summary>
            <Icon name="down" size={20} />
            {words.about}
          </summary>
          <PlanForm key={plan.id} plan={plan} />
        </details>
        <PartList plan={plan} />
        <AddPart planId={plan.id} />
      </div>
      <div className={styles.side}>
        <PlanActions plan={plan} />
        <SummaryPanel plan={plan} />
        <PractisedTable planId={plan.id} />
      </div>
    </div>
  );
}
