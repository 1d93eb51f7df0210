import { useState } from "react";
import { Button } from "@/shared/ui/Button";
import { useChangeSaved, useSave } from "../api/changeSaved";
import { useSavedOf } from "../api/listCollection";
import type { Saved } from "../types";
import { useCollectionWords } from "../words";
import styles from "./DanceActions.module.css";
import { EditDialog } from "./EditDialog";
import { RemoveDialog } from "./RemoveDialog";
import type { CardDialog } from "./SavedCard";
import { ShareDialog } from "./ShareDialog";

interface DanceActionsProps {
  choreographyId: string;
  /** The dance was deleted: its page has nothing left to show. */
  onRemoved: () => void;
}

/** What the collection offers on the page of a dance: save it, or name, tag and share it. */
export function DanceActions({ choreographyId, onRemoved }: DanceActionsProps) {
  const words = useCollectionWords();
  const { data: saved } = useSavedOf(choreographyId);
  const save = useSave();
  if (saved === undefined) return <div className={styles.coming} />;
  if (saved) return <SavedActions saved={saved} onRemoved={onRemoved} />;
  return (
    <Button icon="saved" disabled={save.isPending} onClick={() => save.mutate(choreographyId)}>
      {words.saveDance}
    </Button>
  );
}

function SavedActions({ saved, onRemoved }: { saved: Saved; onRemoved: () => void }) {
  const words = useCollectionWords();
  const [open, setOpen] = useState<CardDialog | "remove" | null>(null);
  const favour = useChangeSaved(saved.id);
  const close = () => setOpen(null);
  return (
    <div className={styles.actions}>
      <Button
        icon="heart"
        className={styles.heart}
        aria-label={words.favour(saved.title)}
        aria-pressed={saved.favourite}
        onClick={() => favour.mutate({ favourite: !saved.favourite })}
      />
      <Button icon="share" onClick={() => setOpen("share")}>
        {words.share}
      </Button>
      <Button icon="pencil" aria-label={words.edit} onClick={() => setOpen("edit")}>
        {words.notes}
      </Button>
      {open === "share" && <ShareDialog saved={saved} onClose={close} />}
      {open === "edit" && <EditDialog saved={saved} onClose={close} onRemove={() => setOpen("remove")} />}
      {open === "remove" && <RemoveDialog chosen={[saved]} onClose={close} onRemoved={onRemoved} />}
    </div>
  );
}
