import { useState } from "react";
import type { Saved } from "../types";

/** Which of the entries in view are selected; null while nothing is being selected. What leaves the view is let go. */
export function useSelection(entries: readonly Saved[]) {
  const [ids, setIds] = useState<ReadonlySet<string> | null>(null);
  const chosen = ids && entries.filter(({ id }) => ids.has(id));
  return {
    chosen,
    isChosen: ({ id }: Saved) => ids?.has(id) === true,
    toggle: ({ id }: Saved) =>
      setIds((before) => {
        const next = new Set(before);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    chooseAll: () => setIds(new Set(entries.map(({ id }) => id))),
    toggleMode: () => setIds((before) => (before ? null : new Set())),
    leave: () => setIds(null),
  };
}
