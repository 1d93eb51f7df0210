import { useEffect, useRef } from "react";
import type { ChoreographyDetail } from "@/shared/api/types";
import { language } from "@/shared/i18n";
import { Button, IconButton } from "@/shared/ui/Button";
import { Notice } from "@/shared/ui/Notice";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import type { Step } from "../api/edit";
import { useEditingWords } from "../words";
import styles from "./EditBar.module.css";

interface EditBarProps {
  /** Null while it is on its way: the room is kept. */
  choreography: ChoreographyDetail | null;
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
  const bar = useRef<HTMLElement>(null);
  const change = choreography?.current?.change?.words[spoken];
  const inTrouble = error !== null || failure !== null;
  useEffect(() => {
    // The change was asked for at a move far below, and the video lies over the top of the page.
    if (inTrouble) bar.current?.scrollIntoView({ block: "center" });
  }, [inTrouble]);
  return (
    <section ref={bar} className={styles.bar} aria-label={words.title}>
      <p className={styles.last} role="status">
        {busy ? words.busy : (change ?? words.untouched)}
      </p>
      <div className={styles.steps}>
        <IconButton
          icon="undo"
          label={words.undo}
          disabled={busy || !choreography?.can_undo}
          onClick={() => onStep({ kind: "undo" })}
        />
        <IconButton
          icon="redo"
          label={words.redo}
          disabled={busy || !choreography?.can_redo}
          onClick={() => onStep({ kind: "redo" })}
        />
        <Button
          icon="dice"
          disabled={busy || choreography === null}
          onClick={() => onStep({ kind: "replan", seed: null })}
        >
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
