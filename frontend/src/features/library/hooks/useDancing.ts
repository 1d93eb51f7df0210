import { useEffect, useRef, useState } from "react";

/** A pointer on its way elsewhere starts nothing. */
const REST_MS = 180;

export interface Dancing {
  /** The one move that dances now. */
  id: string | null;
  /** A pointer or the focus came to rest on a card; where motion is not wanted, nothing happens. */
  rest: (id: string) => void;
  leave: (id: string) => void;
  /** Somebody asked for it with the button. */
  toggle: (id: string) => void;
}

const wantsStillness = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Which card of a grid shows its clip: one at most. */
export function useDancing(): Dancing {
  const [id, setId] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    id,
    rest: (next) => {
      clearTimeout(timer.current);
      if (!wantsStillness()) timer.current = setTimeout(() => setId(next), REST_MS);
    },
    leave: (left) => {
      clearTimeout(timer.current);
      setId((now) => (now === left && !wantsStillness() ? null : now));
    },
    toggle: (next) => {
      clearTimeout(timer.current);
      setId((now) => (now === next ? null : next));
    },
  };
}
