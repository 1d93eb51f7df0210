import { persisted, read, write } from "@/shared/store/persisted";
import { LADDER_ROUNDS, type LadderRounds } from "./ladder";
import { LOOP_KINDS, type PracticeLoop } from "./range";
import { onScale } from "./speed";

export const COUNT_SOUNDS = ["off", "clicks", "voice"] as const;

/** What one hears besides the song. */
export type CountSound = (typeof COUNT_SOUNDS)[number];

/** How one likes to practise, the same for every dance. */
export interface Habits {
  rate: number;
  mirrored: boolean;
  captions: boolean;
  /** Eight counts ahead of the music. */
  countIn: boolean;
  counts: CountSound;
  /** Clean rounds of a loop until it gets faster; null: never. */
  ladder: LadderRounds | null;
}

export const FIRST_HABITS: Habits = {
  rate: 1,
  mirrored: false,
  captions: true, // As an account begins.
  countIn: false,
  counts: "off",
  ladder: null,
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

export const habits = persisted<Habits>(
  "bb.habits",
  (stored) =>
    isRecord(stored) && typeof stored.rate === "number" && Number.isFinite(stored.rate)
      ? {
          rate: onScale(stored.rate),
          mirrored: stored.mirrored === true,
          captions: stored.captions !== false,
          countIn: stored.countIn === true,
          counts: COUNT_SOUNDS.find((known) => known === stored.counts) ?? "off",
          ladder: LADDER_ROUNDS.find((known) => known === stored.ladder) ?? null,
        }
      : null,
  () => FIRST_HABITS,
);

/** Whether captions are shown, and how that is changed. */
export interface Captions {
  on: boolean;
  show: (on: boolean) => void;
}

/** Show captions on this device from now on, or no longer. */
export const preferCaptions = (captions: boolean) => habits.set({ ...habits.get(), captions });

/** Where one stopped in a dance, and what was looped. */
export interface Place {
  timeS: number;
  loop: PracticeLoop | null;
}

const placeKey = (taskId: string) => `bb.place.${taskId}`;

export const recallPlace = (taskId: string): Place | null =>
  read(placeKey(taskId), (stored) =>
    isRecord(stored) && typeof stored.timeS === "number" && Number.isFinite(stored.timeS)
      ? { timeS: stored.timeS, loop: readLoop(stored.loop) }
      : null,
  );

export const keepPlace = (taskId: string, place: Place) => write(placeKey(taskId), place);

/** Let a changed dance go on where the one before it stopped. */
export function carryPlace(fromTaskId: string, toTaskId: string): void {
  const place = recallPlace(fromTaskId);
  if (place) keepPlace(toTaskId, place);
}

function readLoop(stored: unknown): PracticeLoop | null {
  if (!isRecord(stored)) return null;
  const { firstBeat, endBeat } = stored;
  const kind = LOOP_KINDS.find((known) => known === stored.kind);
  return kind && typeof firstBeat === "number" && typeof endBeat === "number"
    ? { kind, firstBeat, endBeat }
    : null;
}
