import { useState, type SyntheticEvent } from "react";
import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { Dialog } from "@/shared/ui/Dialog";
import { Field } from "@/shared/ui/Field";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { TextArea } from "@/shared/ui/TextArea";
import { useChangeSaved } from "../api/changeSaved";
import type { Saved } from "../types";
import { useCollectionWords } from "../words";
import styles from "./dialogs.module.css";
import { TagField } from "./TagField";

interface EditDialogProps {
  saved: Saved;
  onClose: () => void;
  onRemove: () => void;
}

/** One's own words on a dance: its name, notes and tags. */
export function EditDialog({ saved, onClose, onRemove }: EditDialogProps) {
  const words = useCollectionWords();
  const { actions } = useMessages();
  const [title, setTitle] = useState(saved.title);
  const [notes, setNotes] = useState(saved.notes);
  const [tags, setTags] = useState<string[]>([...saved.tags]);
  const change = useChangeSaved(saved.id);
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    change.mutate({ title: title.trim() || saved.song.title, notes, tags }, { onSuccess: onClose });
  };
  return (
    <Dialog title={words.edit} closeLabel={actions.close} onClose={onClose}>
      <form className={styles.form} onSubmit={save}>
        <Field
          label={words.name}
          value={title}
          maxLength={120}
          placeholder={saved.song.title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <TextArea
          label={words.notes}
          hint={words.notesHint}
          value={notes}
          maxLength={2000}
          onChange={(event) => setNotes(event.target.value)}
        />
        <TagField tags={tags} onChange={setTags} />
        {change.error && <ProblemNotice error={change.error} />}
        <div className={styles.ways}>
          <Button look="quiet" icon="trash" className={styles.aside} onClick={onRemove}>
            {actions.remove}
          </Button>
          <Button type="submit" look="primary" disabled={change.isPending}>
            {change.isPending ? words.saving : words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
