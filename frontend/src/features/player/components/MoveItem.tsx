import type { ReactNode } from "react";
import type { Segment } from "@/shared/api/types";
import { CountBar } from "@/shared/counts/CountBar";
import { COUNTS_PER_PHRASE } from "@/shared/counts/grid";
import { useMessages } from "@/shared/i18n";
import { formatTime } from "@/shared/i18n/format";
import { Icon } from "@/shared/ui/Icon";
import styles from "./MoveItem.module.css";

interface MoveItemProps {
  segment: Segment;
  current: boolean;
  looped: boolean;
  onJump: () => void;
  /** What else one can do with the move. */
  tools?: ReactNode;
}

/** A move card; pressing it plays the move from its first count. */
export function MoveItem({ segment, current, looped, onJump, tools }: MoveItemProps) {
  const words = useMessages();
  const { target } = segment;
  const phrases = Math.max(1, Math.round(target.beats / COUNTS_PER_PHRASE));
  return (
    <li className={styles.item} aria-current={current ? "true" : undefined}>
      <button
        type="button"
        className={styles.jump}
        aria-label={words.player.jump(segment.name, formatTime(target.start_s))}
        onClick={onJump}
      />
      <p className={styles.time}>{formatTime(target.start_s)}</p>
      <div className={styles.words}>
        <p className={styles.name}>
          {segment.name}
          {looped && <Icon name="loop" size={16} />}
        </p>
        <p className={styles.facts}>
          {words.category[segment.category]} · {words.difficulty[segment.difficulty]} ·{" "}
          <span className={styles.whole}>{words.player.counts(target.beats)}</span>
        </p>
        <p className={styles.why}>{segment.why}</p>
        <div className={styles.bars}>
          {Array.from({ length: phrases }, (_, phrase) => (
            <CountBar key={phrase} className={styles.bar} />
          ))}
        </div>
      </div>
      {tools && <div className={styles.tools}>{tools}</div>}
    </li>
  );
}
