import type { Segment } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { formatTime } from "@/shared/i18n/format";
import { Button } from "@/shared/ui/Button";
import { Dialog } from "@/shared/ui/Dialog";
import type { Wanted } from "../api/edit";
import { useEditingWords } from "../words";
import { Alternatives } from "./Alternatives";
import styles from "./MoveSheet.module.css";

/** Where in which plan a move stands, and how to change it. */
export interface SheetPlace {
  choreographyId: string;
  blueprintId: string;
  locked: boolean;
  /** How many moves the plan has. */
  moves: number;
  onWant: (wanted: Wanted) => void;
}

interface MoveSheetProps extends SheetPlace {
  segment: Segment;
  onClose: () => void;
}

/** Everything one can do with a move of the plan: another one in its place, keep it, be rid of it, put it elsewhere. */
export function MoveSheet({
  segment,
  choreographyId,
  blueprintId,
  locked,
  moves,
  onWant,
  onClose,
}: MoveSheetProps) {
  const { actions } = useMessages();
  const words = useEditingWords();
  const { index, move_id: moveId } = segment;
  const want = (wanted: Wanted) => {
    onWant(wanted);
    onClose();
  };
  return (
    <Dialog title={segment.name} closeLabel={actions.close} onClose={onClose}>
      <div className={styles.sheet}>
        <p className={styles.place}>{words.place(index + 1, moves, formatTime(segment.target.start_s))}</p>
        {locked ? (
          <p>{words.lockedHint}</p>
        ) : (
          <>
            <div className={styles.ways}>
              <Button onClick={() => want({ kind: "swap", segment: index, to: "easier" })}>
                {words.easier}
              </Button>
              <Button onClick={() => want({ kind: "swap", segment: index, to: "harder" })}>
                {words.harder}
              </Button>
              <Button onClick={() => want({ kind: "swap", segment: index, to: "same_kind" })}>
                {words.sameKind}
              </Button>
            </div>
            <Alternatives
              {...{ choreographyId, blueprintId, index }}
              onChoose={(chosen) => want({ kind: "swap", segment: index, to: "move", move_id: chosen })}
            />
          </>
        )}
        <div className={styles.ways}>
          <Button icon="lock" onClick={() => want({ kind: locked ? "unlock" : "lock", segments: [index] })}>
            {locked ? words.unlock : words.lock}
          </Button>
          {!locked && (
            <>
              <Button icon="ban" onClick={() => want({ kind: "ban", move_id: moveId })}>
                {words.ban}
              </Button>
              <Button
                disabled={index === 0}
                onClick={() => want({ kind: "reorder", segment: index, to: index - 1 })}
              >
                {words.earlier}
              </Button>
              <Button
                disabled={index === moves - 1}
                onClick={() => want({ kind: "reorder", segment: index, to: index + 1 })}
              >
                {words.later}
              </Button>
            </>
          )}
          <Button onClick={() => want({ kind: "replan_from", segment: index, seed: null })}>
            {words.fromHere}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
