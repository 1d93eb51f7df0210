import {
  DIFFICULTIES,
  ENERGIES,
  STYLES,
  type ChoreographyRequest,
  type Difficulty,
  type Energy,
  type Style,
} from "@/shared/api/types";

/** Whom a dance is about. */
export const ROLES = ["both", "lead", "follow"] as const;
export type Role = (typeof ROLES)[number];

/** What a dancer asks of a dance, apart from the song. */
export interface Wishes {
  difficulty: Difficulty;
  energy: Energy;
  style: Style;
  role: Role;
}

const START: Wishes = { difficulty: "beginner", energy: "medium", style: "romantic", role: "both" };

const known = <T extends string>(options: readonly T[], value: string | null): T | null =>
  options.find((option) => option === value) ?? null;

/** Read wishes from an address; what it does not say, or says wrongly, is as one usually wants it. */
export function wishesFrom(query: URLSearchParams, usual: Partial<Omit<Wishes, "role">> = {}): Wishes {
  return {
    difficulty: known(DIFFICULTIES, query.get("difficulty")) ?? usual.difficulty ?? START.difficulty,
    energy: known(ENERGIES, query.get("energy")) ?? usual.energy ?? START.energy,
    style: known(STYLES, query.get("style")) ?? usual.style ?? START.style,
    role: known(ROLES, query.get("role")) ?? START.role,
  };
}

/** The wishes as the API takes them: it says null for both. */
export const requestOf = (songId: string, { role, ...wishes }: Wishes): ChoreographyRequest => ({
  song_id: songId,
  ...wishes,
  role: role === "both" ? null : role,
});
