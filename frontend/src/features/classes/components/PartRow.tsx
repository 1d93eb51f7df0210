import type { ComponentProps } from "react";
import { IconButton } from "@/shared/ui/Button";
import { Icon } from "@/shared/ui/Icon";
import { useChangeItem } from "../api/changePlan";
import type { PlanItem } from "../types";
import { useClassWords } from "../words";
import styles from "./PartList.module.css";
import { PhraseRuler } from "./PhraseRuler";

interface PartRowProps {
  planId: string;
  item: PlanItem;
  index: number;
  isLast: boolean;
  lifted: boolean;
  /** Where a row that is being dragged would land. */
  drop: "above" | "below" | undefined;
  grip: Pick<
    ComponentProps<"button">,
    "onPointerDown" | "onPointerMove" | "onPointerUp" | "onPointerCancel" | "onKeyDown"
  >;
  onMove: (step: -1 | 1) => void;
  onChange: () => void;
  onRemove: () => void;
}

export function PartRow({ planId, item, index, isLast, lifted, drop, grip, ...act }: PartRowProps) {
  const words = useClassWords();
  return (
    <li className={styles.row} data-lifted={lifted} data-drop={drop}>
      <button type="button" className={styles.grip} aria-label={words.drag(item.title)} {...grip}>
        <Icon name="grip" size={20} />
        <span>{index + 1}</span>
      </button>
      <div className={styles.what}>
        <h3>{item.title}</h3>
        <About item={item} />
        {item.notes !== "" && <p>{item.notes}</p>}
        {item.kind === "phrases" && (
          <PhraseRuler first={item.first_phrase ?? 1} last={item.last_phrase ?? 1} />
        )}
      </div>
      <Minutes key={item.minutes} planId={planId} item={item} />
      <div className={styles.ways}>
        <IconButton
          icon="up"
          label={words.moveUp(item.title)}
          disabled={index === 0}
          onClick={() => act.onMove(-1)}
        />
        <IconButton
          icon="down"
          label={words.moveDown(item.title)}
          disabled={isLast}
          onClick={() => act.onMove(1)}
        />
        <IconButton icon="pencil" label={words.editPart(item.title)} onClick={act.onChange} />
        <IconButton icon="trash" label={words.removePart(item.title)} onClick={act.onRemove} />
      </div>
    </li>
  );
}

function About({ item }: { item: PlanItem }) {
  const words = useClassWords();
  if (item.kind === "activity") return <p>{words.kinds.activity}</p>;
  if (item.choreography_id === null) return <p className={styles.gone}>{words.gone}</p>;
  const named = item.song && item.song.title !== item.title ? item.song.title : words.kinds[item.kind];
  const phrases =
    item.kind === "phrases" ? words.phrases(item.first_phrase ?? 1, item.last_phrase ?? 1) : null;
  return (
    <p>{phrases === null ? named : item.song?.title === item.title ? phrases : `${named} · ${phrases}`}</p>
  );
}

function Minutes({ planId, item }: { planId: string; item: PlanItem }) {
  const words = useClassWords();
  const change = useChangeItem(planId, item.id);
  return (
    <div className={styles.minutes}>
      <input
        aria-label={words.minutesOf(item.title)}
        type="number"
        inputMode="numeric"
        min={0}
        max={600}
        defaultValue={item.minutes}
        onBlur={({ target }) => {
          const minutes = Math.round(Number(target.value));
          if (target.value === "" || !(minutes >= 0 && minutes <= 600)) target.value = String(item.minutes);
          else if (minutes !== item.minutes) change.mutate({ minutes });
        }}
      />
      <span aria-hidden="true">min</span>
    </div>
  );
}
