import { useState } from "react";
import { useNavigate } from "react-router";
import { language, useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { Dialog } from "@/shared/ui/Dialog";
import { Icon } from "@/shared/ui/Icon";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useDuplicatePlan, useRemovePlan } from "../api/plans";
import type { Plan } from "../types";
import { useClassWords } from "../words";
import { AssignDialog } from "./AssignDialog";
import styles from "./PlanActions.module.css";

type Open = "assign" | "remove";

/** What is done with a whole plan: send, print, duplicate, delete. */
export function PlanActions({ plan }: { plan: Plan }) {
  const words = useClassWords();
  const spoken = language.use();
  const { actions } = useMessages();
  const navigate = useNavigate();
  const [open, setOpen] = useState<Open | null>(null);
  const duplicate = useDuplicatePlan();
  const close = () => setOpen(null);
  return (
    <div className={styles.actions}>
      <Button look="primary" icon="share" onClick={() => setOpen("assign")}>
        {words.assign}
      </Button>
      <a
        className={styles.link}
        href={`${plan.print_url}?language=${spoken}`}
        target="_blank"
        rel="noreferrer"
      >
        <Icon name="print" size={20} />
        {words.print}
      </a>
      <a className={styles.link} href={`${plan.pdf_url}?language=${spoken}`} target="_blank" rel="noreferrer">
        <Icon name="download" size={20} />
        {words.pdf}
      </a>
      <Button
        icon="copy"
        disabled={duplicate.isPending}
        onClick={() => duplicate.mutate(plan.id, { onSuccess: ({ id }) => void navigate(`/classes/${id}`) })}
      >
        {words.duplicate}
      </Button>
      <Button look="quiet" icon="trash" onClick={() => setOpen("remove")}>
        {actions.remove}
      </Button>
      {duplicate.error && <ProblemNotice error={duplicate.error} />}
      {open === "assign" && <AssignDialog planId={plan.id} onClose={close} />}
      {open === "remove" && <RemoveDialog plan={plan} onClose={close} />}
    </div>
  );
}

function RemoveDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const words = useClassWords();
  const { actions } = useMessages();
  const navigate = useNavigate();
  const remove = useRemovePlan();
  return (
    <Dialog title={words.removeTitle} closeLabel={actions.close} onClose={onClose}>
      <p>{words.removeText(plan.title)}</p>
      {remove.error && <ProblemNotice error={remove.error} />}
      <div className={styles.ways}>
        <Button onClick={onClose}>{actions.cancel}</Button>
        <Button
          look="primary"
          disabled={remove.isPending}
          onClick={() => remove.mutate(plan.id, { onSuccess: () => void navigate("/classes") })}
        >
          {actions.remove}
        </Button>
      </div>
    </Dialog>
  );
}
