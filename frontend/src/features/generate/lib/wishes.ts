import { DIFFICULTIES, ENERGIES, STYLES, type Difficulty, type Energy, type Style } from "@/shared/api/types";

/** What a dancer asks of a dance, apart from the song. */
export interface Wishes {
  difficulty: Difficulty;
  energy: Energy;
  style: Style;
}

const START: Wishes = { difficulty: "beginner", energy: "medium", style: "romantic" };

const known = <T extends string>(options: readonly T[], value: string | null): T | null =>
  options.find((option) => option === value) ?? null;

/** Read wishes from an address; what it does not say, or says wrongly, is as at the start. */
export function wishesFrom(query: URLSearchParams): Wishes {
  return {
    difficulty: known(DIFFICULTIES, query.get("difficulty")) ?? START.difficulty,
    energy: known(ENERGIES, query.get("energy")) ?? START.energy,
    style: known(STYLES, query.get("style")) ?? START.style,
  };
}
