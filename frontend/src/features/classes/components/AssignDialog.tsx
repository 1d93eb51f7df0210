import { useState, type SyntheticEvent } from "react";
import { language, useMessages } from "@/shared/i18n";
import { formatDay } from "@/shared/i18n/format";
import { Button } from "@/shared/ui/Button";
import { Choice } from "@/shared/ui/Choice";
import { CopyLine } from "@/shared/ui/CopyLine";
import { Dialog } from "@/shared/ui/Dialog";
import { Field } from "@/shared/ui/Field";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useAssign, useAssignments, useCloseAssignment } from "../api/assignments";
import { useClassWords } from "../words";
import styles from "./AssignDialog.module.css";

const DAYS = ["7", "30", "90"] as const;

interface AssignDialogProps {
  planId: string;
  onClose: () => void;
}

/** Links under which students see a class: make one, copy it, close others. */
export function AssignDialog({ planId, onClose }: AssignDialogProps) {
  const words = useClassWords();
  const { actions } = useMessages();
  const [label, setLabel] = useState("");
  const [days, setDays] = useState<(typeof DAYS)[number]>("30");
  const assign = useAssign(planId);
  const make = (event: SyntheticEvent) => {
    event.preventDefault();
    assign.mutate({ label: label.trim(), days: Number(days) });
  };
  return (
    <Dialog title={words.assign} closeLabel={actions.close} onClose={onClose}>
      <div className={styles.form}>
        <p>{words.assignText}</p>
        {assign.data ? (
          <div className={styles.new}>
            <CopyLine
              label={assign.data.label || words.link}
              text={new URL(assign.data.url, location.origin).href}
              copy={words.copy}
              copied={words.copied}
            />
            <p className={styles.quiet} role="status">
              {words.linkOnce}
            </p>
          </div>
        ) : (
          <form className={styles.form} onSubmit={make}>
            <Field
              label={words.label}
              hint={words.labelHint}
              value={label}
              maxLength={80}
              onChange={({ target }) => setLabel(target.value)}
            />
            <Choice
              legend={words.openFor}
              options={DAYS}
              value={days}
              nameOf={(option) => words.days(Number(option))}
              onChange={setDays}
            />
            <Button type="submit" look="primary" disabled={assign.isPending}>
              {words.makeLink}
            </Button>
          </form>
        )}
        {assign.error && <ProblemNotice error={assign.error} />}
        <Links planId={planId} />
      </div>
    </Dialog>
  );
}

function Links({ planId }: { planId: string }) {
  const words = useClassWords();
  const spoken = language.use();
  const links = useAssignments(planId);
  const close = useCloseAssignment(planId);
  const [now] = useState(() => Date.now());
  return (
    <section>
      <h3>{words.links}</h3>
      {links.data?.length === 0 && <p className={styles.quiet}>{words.noLinks}</p>}
      <ul className={styles.links}>
        {links.data?.map(({ id, label, expires_at, students }) => {
          const isOpen = Date.parse(expires_at) > Math.max(now, links.dataUpdatedAt);
          const day = formatDay(expires_at, spoken);
          return (
            <li key={id}>
              <span>
                <strong>{label || words.unnamed}</strong>
                <br />
                {[isOpen ? words.openUntil(day) : words.closedOn(day), words.students(students)].join(" · ")}
              </span>
              {isOpen && (
                <Button
                  look="quiet"
                  aria-label={words.closeNamed(label || day)}
                  disabled={close.isPending}
                  onClick={() => close.mutate(id)}
                >
                  {words.closeLink}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {close.error && <ProblemNotice error={close.error} />}
    </section>
  );
}
