import { useMessages } from "@/shared/i18n";
import { useMoveMatches } from "../api/previewMoves";
import type { Wishes } from "../lib/wishes";
import styles from "./MatchCount.module.css";

/** How much the library has to offer for these wishes. Says nothing when the count is not to be had. */
export function MatchCount({ wishes }: { wishes: Wishes }) {
  const { generate } = useMessages();
  const { data, isPending } = useMoveMatches(wishes);
  return (
    <p role="status" className={styles.count}>
      {data && (data.matching === 0 ? generate.noMatch : generate.matches(data.matching, data.total))}
      {isPending && generate.counting}
    </p>
  );
}
