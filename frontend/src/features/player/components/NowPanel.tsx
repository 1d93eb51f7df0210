import type { Blueprint } from "@/shared/api/types";
import type { Count } from "@/shared/counts/grid";
import { useMessages } from "@/shared/i18n";
import { useAtTime, type Clock } from "@/shared/sound/clock";
import { countsUntil, nextSegmentIndex, segmentIndexAt } from "../lib/segments";
import { BigCount } from "./BigCount";
import styles from "./NowPanel.module.css";
import { PhraseBar } from "./PhraseBar";

interface NowPanelProps {
  blueprint: Blueprint;
  clock: Clock;
  loopIndex: number | null;
  counting: Count | null;
  onSeek: (timeS: number) => void;
}

/** The count of the moment, the move of the moment, and the call of the next one. */
export function NowPanel({ blueprint, clock, loopIndex, counting, onSeek }: NowPanelProps) {
  const { player } = useMessages();
  const { segments, grid } = blueprint;
  const current = useAtTime(clock, (timeS) => segmentIndexAt(segments, timeS));
  const move = current === null ? undefined : segments[current];
  return (
    <section className={styles.panel} aria-label={player.now}>
      <BigCount grid={grid} clock={clock} counting={counting} />
      <div className={styles.words}>
        <p className={styles.label}>{move && loopIndex === current ? player.looping : player.now}</p>
        <p className={styles.move}>{move?.name ?? player.noMove}</p>
        <NextMove blueprint={blueprint} clock={clock} />
      </div>
      <PhraseBar grid={grid} clock={clock} onSeek={onSeek} />
    </section>
  );
}

/** A call ahead, as a good partner gives it: louder within the last eight counts. */
function NextMove({ blueprint: { segments, grid }, clock }: Pick<NowPanelProps, "blueprint" | "clock">) {
  const { player } = useMessages();
  const index = useAtTime(clock, (timeS) => nextSegmentIndex(segments, timeS));
  const next = index === null ? undefined : segments[index];
  const counts = useAtTime(clock, (timeS) => (next ? countsUntil(grid, next, timeS) : null));
  if (!next) return <p className={styles.next}>{player.lastMove}</p>;
  return (
    <p className={styles.next} data-soon={counts !== null && counts <= 8}>
      {counts === null ? next.name : player.next(next.name, counts)}
    </p>
  );
}
