import type { FocusEvent } from "react";
import { DIFFICULTIES } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { Choice } from "@/shared/ui/Choice";
import { Field } from "@/shared/ui/Field";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { TextArea } from "@/shared/ui/TextArea";
import { useChangePlan } from "../api/changePlan";
import type { Plan, PlanWords } from "../types";
import { useClassWords } from "../words";
import styles from "./PlanForm.module.css";

type TextName = "title" | "objective" | "warm_up" | "cool_down" | "notes";
type Box = FocusEvent<HTMLInputElement | HTMLTextAreaElement>;

/** What a plan says of its class; each change is kept when its box is left. */
export function PlanForm({ plan }: { plan: Plan }) {
  const words = useClassWords();
  const { difficulty } = useMessages();
  const change = useChangePlan(plan.id);
  const keep = (told: PlanWords) => change.mutate(told);

  const text = (name: TextName) => ({
    defaultValue: plan[name],
    onBlur: ({ target }: Box) => {
      const value = target.value.trim();
      if (name === "title" && value === "") target.value = plan.title;
      else if (value !== plan[name]) keep({ [name]: value });
    },
  });
  const keepMinutes = ({ target }: Box) => {
    const minutes = Math.round(Number(target.value));
    if (!(minutes >= 1 && minutes <= 600)) target.value = String(plan.minutes);
    else if (minutes !== plan.minutes) keep({ minutes });
  };
  return (
    <section className={styles.form} aria-label={words.about}>
      <Field label={words.name} maxLength={120} required {...text("title")} />
      <Field label={words.objective} hint={words.objectiveHint} maxLength={500} {...text("objective")} />
      <Choice
        legend={words.level}
        options={DIFFICULTIES}
        value={plan.level}
        nameOf={(level) => difficulty[level]}
        onChange={(level) => keep({ level })}
      />
      <div className={styles.pair}>
        <Field
          label={words.minutes}
          type="number"
          inputMode="numeric"
          min={1}
          max={600}
          defaultValue={plan.minutes}
          onBlur={keepMinutes}
        />
        <Field
          label={words.date}
          type="date"
          defaultValue={plan.date ?? ""}
          onBlur={({ target }) => {
            if ((target.value || null) !== plan.date) keep({ date: target.value || null });
          }}
        />
      </div>
      <TextArea label={words.warmUp} maxLength={1000} {...text("warm_up")} />
      <TextArea label={words.coolDown} rows={2} maxLength={1000} {...text("cool_down")} />
      <TextArea label={words.notes} hint={words.notesHint} maxLength={4000} {...text("notes")} />
      {change.error && <ProblemNotice error={change.error} />}
      <p className={styles.saved} role="status">
        {change.isSuccess ? words.saved : "\u00a0"}
      </p>
    </section>
  );
}
