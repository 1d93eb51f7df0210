import { useMessages } from "@/shared/i18n";
import type { Wishes } from "../lib/wishes";
import { useGenerateWords } from "../words";
import styles from "./WishSummary.module.css";

/** The wishes in a line, and the way to change them when they are out of sight. */
export function WishSummary({ wishes, onOpen }: { wishes: Wishes; onOpen: () => void }) {
  const words = useMessages();
  const { aboutWhom } = useGenerateWords();
  return (
    <button type="button" className={styles.summary} onClick={onOpen}>
      <span className="visually-hidden">{words.generate.change}: </span>
      {words.difficulty[wishes.difficulty]} · {words.energy[wishes.energy]} · {words.style[wishes.style]}
      {wishes.role !== "both" && ` · ${aboutWhom[wishes.role]}`}
    </button>
  );
}
