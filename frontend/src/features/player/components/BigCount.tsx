import type { Grid } from "@/shared/api/types";
import { countAt, isTap, type Count } from "@/shared/counts/grid";
import { useMessages } from "@/shared/i18n";
import { useAtTime, type Clock } from "@/shared/sound/clock";
import styles from "./BigCount.module.css";

/** The count to dance now, to be read from across the hall. Hidden from readers: it changes twice a second. */
export function BigCount({
  grid,
  clock,
  counting = null,
  className = "",
}: {
  grid: Grid;
  clock: Clock;
  /** The count of a count-in, which comes ahead of the music's own. */
  counting?: Count | null;
  className?: string | undefined;
}) {
  const { player } = useMessages();
  const danced = useAtTime(clock, (timeS) => countAt(grid, timeS));
  const count = counting ?? danced;
  const kind =
    count === 1
      ? "one"
      : count === 5
        ? "five"
        : count !== null && isTap(count)
          ? "tap"
          : count === null
            ? "rest"
            : "step";
  return (
    <p
      className={`${styles.count} ${className}`}
      data-kind={kind}
      data-count={count ?? ""}
      aria-hidden="true"
    >
      {kind === "tap" ? player.tap : (count ?? "–")}
    </p>
  );
}
