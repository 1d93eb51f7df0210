import { ApiProblem } from "@/shared/api/problem";
import type { SongDetail } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { Dialog } from "@/shared/ui/Dialog";
import { Notice } from "@/shared/ui/Notice";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useRemoveSong } from "../api/song";
import { useSongPageWords } from "../words";
import styles from "./SongHead.module.css";

interface RemoveSongDialogProps {
  song: SongDetail;
  onClose: () => void;
  onRemoved: () => void;
}

/** Ask once before a song and its dances are gone for good. */
export function RemoveSongDialog({ song, onClose, onRemoved }: RemoveSongDialogProps) {
  const words = useSongPageWords();
  const { actions } = useMessages();
  const remove = useRemoveSong(song.id);
  const known = remove.error instanceof ApiProblem ? words.byCode[remove.error.code] : undefined;
  return (
    <Dialog title={words.removeTitle} closeLabel={actions.close} onClose={onClose}>
      <div className={styles.form}>
        <p>{words.removeText(song.title)}</p>
        {known !== undefined && (
          <Notice kind="trouble">
            <p>{known}</p>
          </Notice>
        )}
        {remove.error && known === undefined && <ProblemNotice error={remove.error} />}
        <div className={styles.end}>
          <Button onClick={onClose}>{actions.cancel}</Button>
          <Button
            look="primary"
            disabled={remove.isPending}
            onClick={() => remove.mutate(undefined, { onSuccess: onRemoved })}
          >
            {actions.remove}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
