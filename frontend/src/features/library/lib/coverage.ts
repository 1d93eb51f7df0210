import { DIFFICULTIES, ENERGIES, STYLES, type Difficulty, type Energy, type Style } from "@/shared/api/types";
import type { Coverage } from "../types";

export type Cell = Coverage["cells"][number];
export interface CoverageRow {
  readonly style: Style;
  /** One for each energy, low to high; null where the server says nothing of it. */
  readonly cells: readonly (Cell | null)[];
}

/** Lay the cells out as a table: a group for each difficulty, a row for each style, a column for each energy. */
export function coverageTable(
  cells: readonly Cell[],
): readonly (readonly [Difficulty, readonly CoverageRow[]])[] {
  const at = (difficulty: Difficulty, style: Style, energy: Energy) =>
    cells.find((cell) => cell.difficulty === difficulty && cell.style === style && cell.energy === energy);
  return DIFFICULTIES.map((difficulty) => [
    difficulty,
    STYLES.map((style) => ({
      style,
      cells: ENERGIES.map((energy) => at(difficulty, style, energy) ?? null),
    })),
  ]);
}
