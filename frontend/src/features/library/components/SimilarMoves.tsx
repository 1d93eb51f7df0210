import { useState } from "react";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { Select } from "@/shared/ui/Select";
import { useSimilarMoves } from "../api/moves";
import { LIKENESSES, type ShownLikeness } from "../types";
import { useLibraryWords } from "../words";
import { MoveGrid, MoveGridWaiting } from "./MoveGrid";
import styles from "./MoveSheet.module.css";

/** The moves most like this one, by all we know or by one thing alone. */
export function SimilarMoves({ moveId }: { moveId: string }) {
  const words = useLibraryWords();
  const [likeness, setLikeness] = useState<ShownLikeness>("all");
  const { data: alike, error, isPending } = useSimilarMoves(moveId, likeness);
  return (
    <section className={styles.similar}>
      <div className={styles.head}>
        <h2>{words.similar}</h2>
        <Select
          label={words.alikeBy}
          options={LIKENESSES}
          value={likeness}
          nameOf={(option) => words.likeness[option]}
          onChange={setLikeness}
        />
      </div>
      {error && <ProblemNotice error={error} />}
      {isPending && <MoveGridWaiting />}
      {alike?.length === 0 && <p>{words.noneAlike}</p>}
      {alike && alike.length > 0 && <MoveGrid label={words.similar} moves={alike.map(({ move }) => move)} />}
    </section>
  );
}
