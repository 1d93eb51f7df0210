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

/** Read wishes from an address; what it does not say, or says wrongly, is as one usually wants it. */
export function wishesFrom(query: URLSearchParams, usual: Partial<Wishes> = {}): Wishes {
  return {
    difficulty: known(DIFFICULTIES, query.get("difficulty")) ?? usual.difficulty ?? START.difficulty,
    energy: known(ENERGIES, query.get("energy")) ?? usual.energy ?? START.energy,
    style: known(STYLES, query.get("style")) ?? usual.style ?? START.style,
  };
}
