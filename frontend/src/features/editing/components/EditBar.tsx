import type { ChoreographyDetail } from "@/shared/api/types";
import { language } from "@/shared/i18n";
import { Button, IconButton } from "@/shared/ui/Button";
import { Notice } from "@/shared/ui/Notice";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import type { Step } from "../api/edit";
import { useEditingWords } from "../words";
import styles from "./EditBar.module.css";

interface EditBarProps {
  choreography: ChoreographyDetail;
  busy: boolean;
  /** What went wrong with the last change. */
  error: Error | null;
  /** Why the changed video could not be made; null where it could. */
  failure: string | null;
  onStep: (step: Step) => void;
}

/** The plan as a whole: what was changed last, a way back and forth, and another plan altogether. */
export function EditBar({ choreography, busy, error, failure, onStep }: EditBarProps) {
  const words = useEditingWords();
  const spoken = language.use();
  const { current, can_undo: canUndo, can_redo: canRedo } = choreography;
  const change = current?.change?.words[spoken];
  return (
    <section className={styles.bar} aria-label={words.title}>
      <p className={styles.last} role="status">
        {busy ? words.busy : (change ?? words.untouched)}
      </p>
      <div className={styles.steps}>
        <IconButton
          icon="undo"
          label={words.undo}
          disabled={busy || !canUndo}
          onClick={() => onStep({ kind: "undo" })}
        />
        <IconButton
          icon="redo"
          label={words.redo}
          disabled={busy || !canRedo}
          onClick={() => onStep({ kind: "redo" })}
        />
        <Button icon="dice" disabled={busy} onClick={() => onStep({ kind: "replan", seed: null })}>
          {words.another}
        </Button>
      </div>
      {error && <ProblemNotice error={error} />}
      {failure !== null && (
        <Notice kind="trouble" title={words.failed}>
          <p>{failure}</p>
        </Notice>
      )}
    </section>
  );
}
