import { persisted, read, write } from "@/shared/store/persisted";
import { onScale } from "./speed";

/** How one likes to practise, the same for every dance. */
export interface Habits {
  rate: number;
  mirrored: boolean;
  captions: boolean;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

export const habits = persisted<Habits>(
  "bb.habits",
  (stored) =>
    isRecord(stored) && typeof stored.rate === "number" && Number.isFinite(stored.rate)
      ? { rate: onScale(stored.rate), mirrored: stored.mirrored === true, captions: stored.captions === true }
      : null,
  () => ({ rate: 1, mirrored: false, captions: false }),
);

/** Where one stopped in a dance, and which move was looped. */
export interface Place {
  timeS: number;
  loopIndex: number | null;
}

const placeKey = (taskId: string) => `bb.place.${taskId}`;

export const recallPlace = (taskId: string): Place | null =>
  read(placeKey(taskId), (stored) =>
    isRecord(stored) && typeof stored.timeS === "number" && Number.isFinite(stored.timeS)
      ? { timeS: stored.timeS, loopIndex: typeof stored.loopIndex === "number" ? stored.loopIndex : null }
      : null,
  );

export const keepPlace = (taskId: string, place: Place) => write(placeKey(taskId), place);
