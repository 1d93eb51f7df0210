import { useState } from "react";
import { read, write } from "@/shared/store/persisted";
import type { LoopShelf, NamedLoop } from "../components/SavedLoops";

const isLoop = (stored: unknown): stored is NamedLoop => {
  if (typeof stored !== "object" || stored === null) return false;
  const { id, name, firstBeat, endBeat } = stored as Record<string, unknown>;
  return (
    typeof id === "string" &&
    typeof name === "string" &&
    typeof firstBeat === "number" &&
    typeof endBeat === "number"
  );
};

/** Named loops kept by this browser: for who watches without an account. */
export function useLocalLoops(danceId: string): LoopShelf {
  const key = `bb.loops.${danceId}`;
  const [loops, setLoops] = useState(
    () => read(key, (stored) => (Array.isArray(stored) ? stored.filter(isLoop) : null)) ?? [],
  );
  const keep = (next: NamedLoop[]) => {
    setLoops(next);
    write(key, next);
  };
  return {
    loops,
    save: (name, { firstBeat, endBeat }) =>
      keep([...loops, { id: `${Date.now()}-${loops.length}`, name, firstBeat, endBeat }]),
    remove: (id) => keep(loops.filter((loop) => loop.id !== id)),
  };
}
