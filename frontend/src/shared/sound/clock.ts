import { useSyncExternalStore } from "react";

/** The time of the video for everything that follows it, without a render of the page at every frame. */
export interface Clock {
  timeS: () => number;
  publish: (timeS: number) => void;
  subscribe: (listener: () => void) => () => void;
}

export function createClock(): Clock {
  const listeners = new Set<() => void>();
  let now = 0;
  return {
    timeS: () => now,
    publish: (timeS) => {
      now = timeS;
      listeners.forEach((listener) => listener());
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Follow something that is read off the clock (a count, a move); renders only when it changes. */
export const useAtTime = <T extends string | number | boolean | null>(
  clock: Clock,
  read: (timeS: number) => T,
): T => useSyncExternalStore(clock.subscribe, () => read(clock.timeS()));
