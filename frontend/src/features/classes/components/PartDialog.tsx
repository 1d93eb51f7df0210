import { useState, type SyntheticEvent } from "react";
import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { Dialog } from "@/shared/ui/Dialog";
import { Field } from "@/shared/ui/Field";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { TextArea } from "@/shared/ui/TextArea";
import { useChangeItem } from "../api/changePlan";
import type { PlanItem } from "../types";
import { useClassWords } from "../words";
import { PhraseFields } from "./PhraseFields";
import styles from "./PlanForm.module.css";

interface PartDialogProps {
  planId: string;
  item: PlanItem;
  onClose: () => void;
}

/** Title, phrases and notes of one part. */
export function PartDialog({ planId, item, onClose }: PartDialogProps) {
  const words = useClassWords();
  const { actions } = useMessages();
  const [title, setTitle] = useState(item.title);
  const [notes, setNotes] = useState(item.notes);
  const [[first, last], setPhrases] = useState([
    String(item.first_phrase ?? 1),
    String(item.last_phrase ?? 1),
  ]);
  const change = useChangeItem(planId, item.id);
  const withPhrases = item.kind === "phrases" && item.choreography_id !== null;
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    const phrases = withPhrases && { first_phrase: Number(first), last_phrase: Number(last) };
    change.mutate(
      { notes, ...(title.trim() !== item.title && { title: title.trim() || item.title }), ...phrases },
      { onSuccess: onClose },
    );
  };
  return (
    <Dialog title={words.editPart(item.title)} closeLabel={actions.close} onClose={onClose}>
      <form className={styles.form} onSubmit={save}>
        <Field
          label={words.name}
          value={title}
          maxLength={120}
          onChange={({ target }) => setTitle(target.value)}
        />
        {withPhrases && (
          <PhraseFields first={first} last={last} onChange={(from, to) => setPhrases([from, to])} />
        )}
        <TextArea
          label={words.notes}
          hint={words.notesHint}
          value={notes}
          maxLength={1000}
          onChange={({ target }) => setNotes(target.value)}
        />
        {change.error && <ProblemNotice error={change.error} />}
        <Button type="submit" look="primary" disabled={change.isPending}>
          {words.save}
        </Button>
      </form>
    </Dialog>
  );
}
