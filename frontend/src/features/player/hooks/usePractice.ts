import { useEffect, useRef, useState, type RefObject } from "react";
import type { Blueprint } from "@/shared/api/types";
import { beatAt, stepBeats, type Count } from "@/shared/counts/grid";
import { createClock, type Clock } from "@/shared/sound/clock";
import { climb } from "../lib/ladder";
import { seekPoint } from "../lib/loop";
import { habits } from "../lib/memory";
import { secondsOf } from "../lib/range";
import { runClock } from "../lib/run-clock";
import { stepSegment } from "../lib/segments";
import { stepSpeed } from "../lib/speed";
import { useCountIn } from "./useCountIn";
import { useCountSound } from "./useCountSound";
import { useKeptPlace } from "./useKeptPlace";
import { useLoop } from "./useLoop";
import { usePracticeLoop, type LoopControls } from "./usePracticeLoop";
import { useVideoHabits } from "./useVideoHabits";

/** A video and the blueprint it was made from, in the hands of somebody who practises. */
export interface Practice {
  videoRef: RefObject<HTMLVideoElement | null>;
  clock: Clock;
  looping: LoopControls;
  /** Clean rounds since the last step of the speed ladder. */
  rounds: number;
  /** The count of a count-in, while it is counted. */
  counting: Count | null;
  togglePlay: () => void;
  seek: (timeS: number) => void;
  jumpTo: (index: number) => void;
  stepCounts: (steps: number) => void;
  stepMove: (steps: -1 | 1) => void;
  changeSpeed: (steps: -1 | 1) => void;
  toggleMirror: () => void;
}

export function usePractice(taskId: string, blueprint: Blueprint): Practice {
  const { grid, segments } = blueprint;
  const videoRef = useRef<HTMLVideoElement>(null);
  const [clock] = useState(createClock);
  const [rounds, setRounds] = useState(0);
  const looping = usePracticeLoop(taskId, blueprint, clock);
  const { counting, start: countIn, cancel } = useCountIn(grid);
  const loopS = looping.loop && secondsOf(grid, looping.loop);

  const finishRound = (clean: boolean) => {
    const { ladder, rate } = habits.get();
    if (ladder === null) return;
    const place = climb({ rate, rounds }, ladder, clean);
    setRounds(place.rounds);
    if (place.rate !== rate) habits.set({ ...habits.get(), rate: place.rate });
  };

  useEffect(() => (videoRef.current ? runClock(videoRef.current, clock) : undefined), [clock]);
  useVideoHabits(videoRef);
  useLoop(videoRef, clock, loopS, finishRound);
  useCountSound(videoRef, clock, blueprint, loopS);
  useKeptPlace(videoRef, taskId, looping.loop);

  const seek = (timeS: number) => {
    if (!videoRef.current) return;
    videoRef.current.currentTime = timeS;
    clock.publish(timeS);
    looping.follow(timeS);
  };
  const jumpTo = (index: number) => {
    const segment = segments[index];
    if (segment) seek(seekPoint(segment.target.start_s));
  };
  const togglePlay = () => {
    const player = videoRef.current;
    if (!player) return;
    const play = () => void player.play().catch(() => undefined);
    if (counting !== null) cancel();
    else if (!player.paused) player.pause();
    else if (habits.get().countIn) countIn(startOfBeat(player), player.playbackRate, play);
    else play();
  };
  /** A count-in leads onto a beat: from the middle of one the dance goes back to its start. */
  const startOfBeat = (player: HTMLVideoElement): number => {
    const beat = beatAt(grid, player.currentTime);
    const beatS = beat === null ? undefined : grid.beat_times_s[beat];
    if (beatS !== undefined) seek(seekPoint(beatS));
    return player.currentTime;
  };
  return {
    videoRef,
    clock,
    looping,
    rounds,
    counting,
    togglePlay,
    seek,
    jumpTo,
    stepCounts: (steps) => {
      const beatS = stepBeats(grid, clock.timeS(), steps);
      if (beatS !== null) seek(seekPoint(beatS));
    },
    stepMove: (steps) => {
      const index = stepSegment(segments, clock.timeS(), steps);
      if (index !== null) jumpTo(index);
    },
    changeSpeed: (steps) => habits.set({ ...habits.get(), rate: stepSpeed(habits.get().rate, steps) }),
    toggleMirror: () => habits.set({ ...habits.get(), mirrored: !habits.get().mirrored }),
  };
}
