import { Link } from "react-router";
import { Poster } from "@/shared/ui/Poster";
import { useMoveMatches } from "../api/previewMoves";
import type { Wishes } from "../lib/wishes";
import { useGenerateWords } from "../words";
import styles from "./MatchingMoves.module.css";

/** Some of the moves that these wishes find, in pictures; the room for them is kept while they come. */
export function MatchingMoves({ wishes }: { wishes: Wishes }) {
  const words = useGenerateWords();
  const { data } = useMoveMatches(wishes);
  if (data?.moves.length === 0) return null;
  return (
    <ul className={styles.strip} aria-label={words.forExample} aria-busy={data === undefined}>
      {data?.moves.map((move) => (
        <li key={move.id}>
          <Link to={`/library/${move.id}`} className={styles.move ?? ""}>
            <Poster url={move.poster_url} />
            <span className={styles.name}>{move.name}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
