import { useRef, useState } from "react";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useRemoveItem, useReorder } from "../api/changePlan";
import { useDrag } from "../hooks/useDrag";
import { moved } from "../lib/order";
import type { Plan, PlanItem } from "../types";
import { useClassWords } from "../words";
import { PartDialog } from "./PartDialog";
import styles from "./PartList.module.css";
import { PartRow } from "./PartRow";

/** The parts of a class in order; they are moved by dragging, by arrow keys or by buttons. */
export function PartList({ plan }: { plan: Plan }) {
  const words = useClassWords();
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState("");
  const [changing, setChanging] = useState<PlanItem | null>(null);
  const reorder = useReorder(plan.id);
  const remove = useRemoveItem(plan.id);
  const { items } = plan;

  const move = (from: number, to: number) => {
    const item = items[from];
    if (!item || to < 0 || to >= items.length || to === from) return;
    reorder.mutate(moved(items, from, to).map(({ id }) => id));
    setSaid(words.moved(item.title, to + 1, items.length));
  };
  const { drag, gripOf } = useDrag(list, move);
  const dropAt = (index: number) => {
    if (drag?.to !== index || drag.from === index) return undefined;
    return drag.from < index ? "below" : "above";
  };
  const trouble = reorder.error ?? remove.error;
  return (
    <section className={styles.parts}>
      <h2>{words.parts}</h2>
      {items.length === 0 && <p className={styles.none}>{words.noParts}</p>}
      <ol ref={list} className={styles.list}>
        {items.map((item, index) => (
          <PartRow
            key={item.id}
            planId={plan.id}
            item={item}
            index={index}
            isLast={index === items.length - 1}
            lifted={drag?.from === index}
            drop={dropAt(index)}
            grip={gripOf(index)}
            onMove={(step) => move(index, index + step)}
            onChange={() => setChanging(item)}
            onRemove={() => remove.mutate(item.id)}
          />
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {trouble && <ProblemNotice error={trouble} />}
      {changing && <PartDialog planId={plan.id} item={changing} onClose={() => setChanging(null)} />}
    </section>
  );
}
