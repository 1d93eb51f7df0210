import { useState, type SyntheticEvent } from "react";
import type { Grid } from "@/shared/api/types";
import { Button, IconButton } from "@/shared/ui/Button";
import { Field } from "@/shared/ui/Field";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import type { LoopControls } from "../hooks/usePracticeLoop";
import { inSong, sameRange, type BeatRange } from "../lib/range";
import { usePracticeWords } from "../words";
import styles from "./SavedLoops.module.css";

/** A loop one has given a name. */
export interface NamedLoop extends BeatRange {
  readonly id: string;
  readonly name: string;
}

/** Where named loops are kept. */
export interface LoopShelf {
  loops: readonly NamedLoop[];
  error?: Error | null;
  save: (name: string, range: BeatRange) => void;
  remove: (id: string) => void;
}

const NAME_MAX = 80;

interface SavedLoopsProps {
  grid: Grid;
  looping: LoopControls;
  shelf: LoopShelf;
}

/** The loops one comes back to, by name. */
export function SavedLoops({ grid, looping, shelf }: SavedLoopsProps) {
  const words = usePracticeWords();
  const { loop } = looping;
  const known = shelf.loops.filter((named) => inSong(grid, named));
  return (
    <div className={styles.saved}>
      <h3 className={styles.title}>{words.saved}</h3>
      {known.length === 0 && <p className={styles.none}>{words.noneSaved}</p>}
      <ul className={styles.list}>
        {known.map((named) => (
          <li key={named.id} className={styles.loop} data-on={sameRange(loop, named)}>
            <button
              type="button"
              className={styles.name}
              aria-label={words.playNamed(named.name)}
              aria-pressed={sameRange(loop, named)}
              onClick={() => looping.take(named)}
            >
              {named.name}
            </button>
            <IconButton
              icon="close"
              label={words.removeNamed(named.name)}
              onClick={() => shelf.remove(named.id)}
            />
          </li>
        ))}
      </ul>
      {loop && <SaveLoop onSave={(name) => shelf.save(name, loop)} />}
      {shelf.error && <ProblemNotice error={shelf.error} />}
    </div>
  );
}

function SaveLoop({ onSave }: { onSave: (name: string) => void }) {
  const words = usePracticeWords();
  const [name, setName] = useState<string | null>(null);
  if (name === null)
    return (
      <Button icon="saved" onClick={() => setName("")}>
        {words.saveLoop}
      </Button>
    );
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    if (name.trim() === "") return;
    onSave(name.trim());
    setName(null);
  };
  return (
    <form className={styles.form} onSubmit={save}>
      <Field
        label={words.loopName}
        value={name}
        maxLength={NAME_MAX}
        required
        autoFocus
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" look="primary">
        {words.keep}
      </Button>
    </form>
  );
}
