import { useEffect, useRef, type ReactNode } from "react";
import type { Segment } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { useAtTime, type Clock } from "@/shared/sound/clock";
import { segmentIndexAt } from "../lib/segments";
import { MoveItem } from "./MoveItem";
import styles from "./MoveList.module.css";

interface MoveListProps {
  segments: readonly Segment[];
  clock: Clock;
  loopIndex: number | null;
  onJump: (index: number) => void;
  toolsFor?: ((segment: Segment) => ReactNode) | undefined;
}

/** The moves of the dance in order, each with its time, its counts and why it is there. */
export function MoveList({ segments, clock, loopIndex, onJump, toolsFor }: MoveListProps) {
  const { player } = useMessages();
  const list = useRef<HTMLOListElement>(null);
  const current = useAtTime(clock, (timeS) => segmentIndexAt(segments, timeS));

  useEffect(() => {
    const item = current === null ? null : list.current?.children[current];
    if (list.current && item instanceof HTMLElement) keepInView(list.current, item);
  }, [current]);

  return (
    <section className={styles.moves}>
      <h2 className={styles.title}>{player.moves(segments.length)}</h2>
      <ol ref={list} className={styles.list}>
        {segments.map((segment, index) => (
          <MoveItem
            key={segment.index}
            segment={segment}
            current={index === current}
            looped={index === loopIndex}
            onJump={() => onJump(index)}
            tools={toolsFor?.(segment)}
          />
        ))}
      </ol>
    </section>
  );
}

/** Scroll the list, never the page: on a phone the list is part of the page and stays where the reader is. */
function keepInView(list: HTMLElement, item: HTMLElement): void {
  if (list.scrollHeight <= list.clientHeight) return;
  const top = item.offsetTop;
  const isInView = top >= list.scrollTop && top + item.offsetHeight <= list.scrollTop + list.clientHeight;
  if (!isInView) list.scrollTop = top - list.clientHeight / 4;
}
