import type { MoveDetail } from "../types";
import { ClipPlayer } from "./ClipPlayer";
import { MoveFacts } from "./MoveFacts";
import { MoveNotes } from "./MoveNotes";
import styles from "./MoveSheet.module.css";
import { SimilarMoves } from "./SimilarMoves";

/** One move: danced over and over with its counts, what it is, and the moves that are like it. */
export function MoveSheet({ move }: { move: MoveDetail }) {
  return (
    <div className={styles.sheet}>
      <div className={styles.top}>
        <ClipPlayer key={move.id} move={move} />
        <div className={styles.words}>
          <MoveFacts move={move} />
          <MoveNotes moveId={move.id} />
        </div>
      </div>
      <SimilarMoves moveId={move.id} />
    </div>
  );
}
