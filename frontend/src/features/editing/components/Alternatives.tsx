import type { Alternative } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { Waiting } from "@/shared/ui/Waiting";
import { useAlternatives } from "../api/getAlternatives";
import { useEditingWords } from "../words";
import styles from "./Alternatives.module.css";

interface AlternativesProps {
  choreographyId: string;
  blueprintId: string;
  index: number;
  onChoose: (moveId: string) => void;
}

/** The moves that fit here instead, with their pictures. */
export function Alternatives({ choreographyId, blueprintId, index, onChoose }: AlternativesProps) {
  const words = useEditingWords();
  const { data, error } = useAlternatives(choreographyId, blueprintId, index);
  if (error) return <ProblemNotice error={error} />;
  if (!data) return <Waiting />;
  if (data.results.length === 0) return <p>{words.nothingFits}</p>;
  return (
    <section>
      <h3 className={styles.title}>{words.instead}</h3>
      <ul className={styles.list}>
        {data.results.map((move) => (
          <Offer key={move.move_id} move={move} onChoose={() => onChoose(move.move_id)} />
        ))}
      </ul>
    </section>
  );
}

function Offer({ move, onChoose }: { move: Alternative; onChoose: () => void }) {
  const { category, difficulty } = useMessages();
  const words = useEditingWords();
  const facts = [
    category[move.category],
    difficulty[move.difficulty],
    move.above_wish && words.aboveWish,
    move.danced_at.length > 0 && words.dancedAlready,
  ].filter((fact) => typeof fact === "string");
  return (
    <li>
      <button type="button" className={styles.offer} onClick={onChoose}>
        <img className={styles.poster} src={move.poster_url} alt="" loading="lazy" />
        <span className={styles.name}>{move.name}</span>
        <span className={styles.facts}>{facts.join(" · ")}</span>
      </button>
    </li>
  );
}
