import { useState, type SyntheticEvent } from "react";
import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { Dialog } from "@/shared/ui/Dialog";
import { Field } from "@/shared/ui/Field";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useTagSaved } from "../api/changeSaved";
import type { Saved } from "../types";
import { useCollectionWords } from "../words";
import styles from "./dialogs.module.css";
import { TAG_MAX } from "./TagField";

interface TagDialogProps {
  chosen: readonly Saved[];
  onClose: () => void;
}

/** Put a tag on several dances, or take it off all of them. */
export function TagDialog({ chosen, onClose }: TagDialogProps) {
  const words = useCollectionWords();
  const { actions } = useMessages();
  const [typed, setTyped] = useState("");
  const tagging = useTagSaved();
  const tag = typed.trim().toLowerCase();
  const ids = chosen.map(({ id }) => id);
  const known = [...new Set(chosen.flatMap(({ tags }) => tags))].sort();
  const add = (event: SyntheticEvent) => {
    event.preventDefault();
    if (tag !== "") tagging.mutate({ ids, add: [tag], remove: [] }, { onSuccess: onClose });
  };
  return (
    <Dialog title={words.tagTitle(chosen.length)} closeLabel={actions.close} onClose={onClose}>
      <form className={styles.form} onSubmit={add}>
        <p>{words.tagText}</p>
        <Field
          label={words.tags}
          hint={words.tagsHint}
          list="known-tags"
          value={typed}
          maxLength={TAG_MAX}
          onChange={(event) => setTyped(event.target.value)}
        />
        <datalist id="known-tags">
          {known.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        {tagging.error && <ProblemNotice error={tagging.error} />}
        <div className={styles.ways}>
          <Button
            disabled={!known.includes(tag) || tagging.isPending}
            onClick={() => tagging.mutate({ ids, add: [], remove: [tag] }, { onSuccess: onClose })}
          >
            {words.takeTag}
          </Button>
          <Button type="submit" look="primary" disabled={tag === "" || tagging.isPending}>
            {words.addTag}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
