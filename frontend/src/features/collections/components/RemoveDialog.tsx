import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { Dialog } from "@/shared/ui/Dialog";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useRemoveSaved } from "../api/changeSaved";
import type { Saved } from "../types";
import { useCollectionWords } from "../words";
import styles from "./dialogs.module.css";

interface RemoveDialogProps {
  chosen: readonly Saved[];
  onClose: () => void;
  onRemoved: () => void;
}

/** Ask once before dances are gone for good. */
export function RemoveDialog({ chosen, onClose, onRemoved }: RemoveDialogProps) {
  const words = useCollectionWords();
  const { actions } = useMessages();
  const remove = useRemoveSaved();
  const [only, ...others] = chosen;
  if (!only) return null;
  return (
    <Dialog title={words.removeTitle(chosen.length)} closeLabel={actions.close} onClose={onClose}>
      <div className={styles.form}>
        <p>{others.length === 0 ? words.removeText(only.title) : words.removeSeveral(chosen.length)}</p>
        {remove.error && <ProblemNotice error={remove.error} />}
        <div className={styles.ways}>
          <Button onClick={onClose}>{actions.cancel}</Button>
          <Button
            look="primary"
            disabled={remove.isPending}
            onClick={() =>
              remove.mutate(
                chosen.map(({ id }) => id),
                { onSuccess: onRemoved },
              )
            }
          >
            {actions.remove}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
