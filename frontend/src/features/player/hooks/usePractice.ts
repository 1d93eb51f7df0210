import { useEffect, useRef, useState, type RefObject } from "react";
import type { Blueprint } from "@/shared/api/types";
import { stepBeats } from "@/shared/counts/grid";
import { createClock, type Clock } from "../lib/clock";
import { seekPoint } from "../lib/loop";
import { habits, recallPlace } from "../lib/memory";
import { runClock } from "../lib/run-clock";
import { loopOf, nextSegmentIndex, segmentIndexAt, stepSegment } from "../lib/segments";
import { stepSpeed } from "../lib/speed";
import { useLoop } from "./useLoop";
import { useKeptPlace } from "./useKeptPlace";
import { useVideoHabits } from "./useVideoHabits";

/** A video and the blueprint it was made from, in the hands of somebody who practises. */
export interface Practice {
  videoRef: RefObject<HTMLVideoElement | null>;
  clock: Clock;
  loopIndex: number | null;
  togglePlay: () => void;
  seek: (timeS: number) => void;
  jumpTo: (index: number) => void;
  stepCounts: (steps: number) => void;
  stepMove: (steps: -1 | 1) => void;
  toggleLoop: () => void;
  changeSpeed: (steps: -1 | 1) => void;
  toggleMirror: () => void;
  toggleCaptions: () => void;
}

export function usePractice(taskId: string, { grid, segments }: Blueprint): Practice {
  const videoRef = useRef<HTMLVideoElement>(null);
  const [clock] = useState(createClock);
  const [loopIndex, setLoopIndex] = useState(() => recallPlace(taskId)?.loopIndex ?? null);
  const looped = loopIndex === null ? undefined : segments[loopIndex];

  useEffect(() => (videoRef.current ? runClock(videoRef.current, clock) : undefined), [clock]);
  useVideoHabits(videoRef);
  useLoop(videoRef, clock, looped ? loopOf(looped) : null);
  useKeptPlace(videoRef, taskId, loopIndex);

  const seek = (timeS: number) => {
    if (!videoRef.current) return;
    videoRef.current.currentTime = timeS;
    clock.publish(timeS);
    // Who leaves the looped move means another one.
    if (loopIndex !== null) setLoopIndex(segmentIndexAt(segments, timeS) ?? loopIndex);
  };
  const jumpTo = (index: number) => {
    const segment = segments[index];
    if (segment) seek(seekPoint(segment.target.start_s));
  };
  const here = () => clock.timeS();
  return {
    videoRef,
    clock,
    loopIndex: looped ? loopIndex : null,
    togglePlay: () =>
      void (videoRef.current?.paused
        ? videoRef.current.play().catch(() => undefined)
        : videoRef.current?.pause()),
    seek,
    jumpTo,
    stepCounts: (steps) => {
      const beatS = stepBeats(grid, here(), steps);
      if (beatS !== null) seek(seekPoint(beatS));
    },
    stepMove: (steps) => {
      const index = stepSegment(segments, here(), steps);
      if (index !== null) jumpTo(index);
    },
    toggleLoop: () =>
      setLoopIndex((on) =>
        on === null ? (segmentIndexAt(segments, here()) ?? nextSegmentIndex(segments, here())) : null,
      ),
    changeSpeed: (steps) => habits.set({ ...habits.get(), rate: stepSpeed(habits.get().rate, steps) }),
    toggleMirror: () => habits.set({ ...habits.get(), mirrored: !habits.get().mirrored }),
    toggleCaptions: () => habits.set({ ...habits.get(), captions: !habits.get().captions }),
  };
}
