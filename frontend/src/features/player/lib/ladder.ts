import { FASTEST, stepSpeed } from "./speed";

/** How many clean rounds lead up a step; null: the speed stays. */
export const LADDER_ROUNDS = [2, 4, 8] as const;
export type LadderRounds = (typeof LADDER_ROUNDS)[number];

/** Where one stands on the ladder. */
export interface Ladder {
  readonly rate: number;
  /** Clean rounds danced at this speed. */
  readonly rounds: number;
}

/** The place after a round: a step faster once enough clean ones are danced; a broken one begins the count anew. */
export function climb({ rate, rounds }: Ladder, needed: LadderRounds, clean: boolean): Ladder {
  if (!clean) return { rate, rounds: 0 };
  if (rounds + 1 < needed || rate >= FASTEST) return { rate, rounds: Math.min(rounds + 1, needed) };
  return { rate: stepSpeed(rate, 1), rounds: 0 };
}
