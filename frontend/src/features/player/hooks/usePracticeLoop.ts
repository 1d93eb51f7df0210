import { useState } from "react";
import type { Blueprint } from "@/shared/api/types";
import type { Clock } from "@/shared/sound/clock";
import { recallPlace } from "../lib/memory";
import {
  inSong,
  moveRange,
  nearestBeat,
  phraseRange,
  sameRange,
  withEnd,
  type BeatRange,
  type LoopKind,
  type PracticeLoop,
} from "../lib/range";
import { nextSegmentIndex, segmentIndexAt } from "../lib/segments";

/** What is looped, and how one says so. */
export interface LoopControls {
  loop: PracticeLoop | null;
  /** The move that is looped, where the loop is a move. */
  loopIndex: number | null;
  /** Loop the move or the phrase of the moment, or from here on the counts that are looped now; null: no loop. */
  choose: (kind: LoopKind | null) => void;
  /** Loop exactly these counts. */
  take: (range: BeatRange) => void;
  /** Put one end of the loop on a beat. */
  moveEnd: (end: "first" | "last", beat: number) => void;
  /** Put one end of the loop where the song is now. */
  markEnd: (end: "first" | "last") => void;
  /** Let a loop of a move or a phrase go along to where one jumped. */
  follow: (timeS: number) => void;
}

const COUNTS_OF_A_NEW_RANGE = 8;

export function usePracticeLoop(taskId: string, { grid, segments }: Blueprint, clock: Clock): LoopControls {
  const [loop, setLoop] = useState<PracticeLoop | null>(() => {
    const kept = recallPlace(taskId)?.loop;
    return kept && inSong(grid, kept) ? kept : null;
  });

  const rangeAt = (kind: "move" | "phrase", timeS: number): BeatRange | null => {
    if (kind === "phrase") return phraseRange(grid, timeS);
    const segment = segments[segmentIndexAt(segments, timeS) ?? nextSegmentIndex(segments, timeS) ?? -1];
    return segment ? moveRange(segment) : null;
  };
  const set = (kind: LoopKind, range: BeatRange | null) => {
    if (range === null || (loop?.kind === kind && sameRange(loop, range))) return;
    setLoop({ kind, firstBeat: range.firstBeat, endBeat: range.endBeat });
  };
  const take = (range: BeatRange) => set("range", inSong(grid, range));
  const fromHere = (): BeatRange => {
    const firstBeat = Math.min(nearestBeat(grid, clock.timeS()), grid.beat_times_s.length - 1);
    return withEnd(grid, { firstBeat, endBeat: firstBeat + 1 }, "last", firstBeat + COUNTS_OF_A_NEW_RANGE);
  };
  const moveEnd = (end: "first" | "last", beat: number) => {
    if (loop) set("range", withEnd(grid, loop, end, beat));
  };
  return {
    loop,
    loopIndex: loopedMove(loop, segments),
    take,
    moveEnd,
    choose: (kind) => {
      if (kind === null) setLoop(null);
      else if (kind === "range") take(loop ?? fromHere());
      else set(kind, rangeAt(kind, clock.timeS()));
    },
    markEnd: (end) => {
      const beat = nearestBeat(grid, clock.timeS());
      const base = loop ?? fromHere();
      const open = end === "first" ? beat >= base.endBeat : beat <= base.firstBeat;
      // Behind the other end a new range begins: nobody means a loop that runs backwards.
      if (!open) set("range", withEnd(grid, base, end, beat));
      else if (end === "first") take(fromHere());
      else
        set("range", inSong(grid, { firstBeat: Math.max(0, beat - COUNTS_OF_A_NEW_RANGE), endBeat: beat }));
    },
    follow: (timeS) => {
      if (loop && loop.kind !== "range") set(loop.kind, rangeAt(loop.kind, timeS));
    },
  };
}

function loopedMove(loop: PracticeLoop | null, segments: Blueprint["segments"]): number | null {
  const index = loop ? segments.findIndex((segment) => sameRange(moveRange(segment), loop)) : -1;
  return index < 0 ? null : index;
}
