import { useState } from "react";
import type { Segment } from "@/shared/api/types";
import { IconButton } from "@/shared/ui/Button";
import { useEditingWords } from "../words";
import { MoveSheet, type SheetPlace } from "./MoveSheet";
import styles from "./MoveTools.module.css";

interface MoveToolsProps extends SheetPlace {
  segment: Segment;
  busy: boolean;
}

/** The way from a move in the list to everything one can do with it. */
export function MoveTools({ segment, busy, ...place }: MoveToolsProps) {
  const words = useEditingWords();
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.tools}>
      {place.locked && <span className={styles.lock}>{words.locked}</span>}
      <IconButton
        icon="change"
        label={words.change(segment.name)}
        disabled={busy}
        onClick={() => setOpen(true)}
      />
      {open && <MoveSheet segment={segment} {...place} onClose={() => setOpen(false)} />}
    </div>
  );
}
