import { useState, type KeyboardEvent, type PointerEvent, type RefObject } from "react";
import { placeAt } from "../lib/order";

interface Drag {
  from: number;
  to: number;
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/**
 * Order by hand: a row follows the pointer (mouse, pen or finger) by its grip, or the arrow keys while its grip has the
 * focus. `onMove` hears of it once, at the end.
 */
export function useDrag(list: RefObject<HTMLElement | null>, onMove: (from: number, to: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);

  const placeOf = (y: number, from: number) => {
    const rows = Array.from(list.current?.children ?? [], (row) => row.getBoundingClientRect());
    return placeAt(
      y,
      rows.filter((_row, index) => index !== from),
    );
  };

  const gripOf = (index: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ from: index, to: index });
    },
    onPointerMove: ({ clientY }: PointerEvent) => {
      if (drag) setDrag({ ...drag, to: placeOf(clientY, drag.from) });
    },
    onPointerUp: () => {
      if (drag && drag.to !== drag.from) onMove(drag.from, drag.to);
      setDrag(null);
    },
    onPointerCancel: () => setDrag(null),
    onKeyDown: (event: KeyboardEvent) => {
      const step = STEPS[event.key];
      if (step === undefined) return;
      event.preventDefault();
      onMove(index, index + step);
    },
  });

  return { drag, gripOf };
}
