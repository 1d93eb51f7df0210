import { Link } from "react-router";
import type { Move } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { IconButton } from "@/shared/ui/Button";
import { Poster } from "@/shared/ui/Poster";
import type { Dancing } from "../hooks/useDancing";
import { useLibraryWords } from "../words";
import { CardClip } from "./CardClip";
import styles from "./MoveCard.module.css";

interface MoveCardProps {
  move: Move;
  dancing: Dancing;
}

/** A move as a card: its still, which dances under a resting pointer, on focus or at a tap; its name and labels. */
export function MoveCard({ move, dancing }: MoveCardProps) {
  const words = useLibraryWords();
  const { category, difficulty, songs } = useMessages();
  const dances = dancing.id === move.id;
  const touch = (begin: boolean) => (event: { pointerType: string }) => {
    if (event.pointerType === "mouse") (begin ? dancing.rest : dancing.leave)(move.id); // A finger has the button.
  };
  return (
    <li
      className={styles.card}
      onPointerEnter={touch(true)}
      onPointerLeave={touch(false)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) dancing.leave(move.id);
      }}
    >
      <Link
        to={`/library/${move.id}`}
        className={styles.link ?? ""}
        onFocus={({ currentTarget }) => {
          if (currentTarget.matches(":focus-visible")) dancing.rest(move.id);
        }}
      >
        <span className={styles.stage}>
          <Poster url={move.poster_url} />
          {dances && <CardClip moveId={move.id} />}
        </span>
        <span className={styles.name}>{move.name}</span>
        <span className={styles.labels}>{category[move.category]}</span>
        <span className={styles.labels}>
          {difficulty[move.difficulty]} · <span className={styles.whole}>{songs.tempo(move.tempo_bpm)}</span>
        </span>
      </Link>
      <IconButton
        icon={dances ? "pause" : "play"}
        label={dances ? words.stopMove(move.name) : words.showMove(move.name)}
        className={styles.show}
        onClick={() => dancing.toggle(move.id)}
      />
      {move.status === "flagged" && <span className={styles.flag}>{words.heldBack}</span>}
    </li>
  );
}
