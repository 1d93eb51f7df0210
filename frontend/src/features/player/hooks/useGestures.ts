import { useRef, type PointerEvent } from "react";

interface Gestures {
  /** A tap, or a click. */
  onTap: () => void;
  /** Two taps on the left or right third. */
  onDoubleTap: (side: -1 | 1) => void;
  /** A swipe to the left or right. */
  onSwipe: (to: -1 | 1) => void;
}

const DOUBLE_WITHIN_MS = 300;
const SWIPE_PX = 48;
const STILL_PX = 12;

/**
 * Handlers that tell taps, double taps and swipes on the video apart. A tap acts at once; the second of two takes the first
 * back, so nobody waits to find out whether another one comes.
 */
export function useGestures({ onTap, onDoubleTap, onSwipe }: Gestures) {
  const down = useRef({ x: 0, y: 0 });
  const tapped = useRef<{ side: -1 | 0 | 1; atMs: number }>({ side: 0, atMs: -Infinity });

  const onPointerDown = (event: PointerEvent) => {
    if (!event.isPrimary) return;
    down.current = { x: event.clientX, y: event.clientY };
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    if (!event.isPrimary || event.button !== 0) return;
    const [dx, dy] = [event.clientX - down.current.x, event.clientY - down.current.y];
    if (Math.abs(dx) > SWIPE_PX && Math.abs(dx) > 2 * Math.abs(dy)) onSwipe(dx < 0 ? 1 : -1);
    else if (Math.hypot(dx, dy) <= STILL_PX) tap(event);
  };
  const tap = (event: PointerEvent<HTMLElement>) => {
    const side = thirdOf(event);
    const isDouble =
      side !== 0 && side === tapped.current.side && event.timeStamp - tapped.current.atMs < DOUBLE_WITHIN_MS;
    tapped.current = isDouble ? { side: 0, atMs: -Infinity } : { side, atMs: event.timeStamp };
    onTap();
    if (isDouble) onDoubleTap(side);
  };
  return { onPointerDown, onPointerUp };
}

/** -1 for the left third, 1 for the right one, 0 between. */
function thirdOf(event: PointerEvent<HTMLElement>): -1 | 0 | 1 {
  const { left, width } = event.currentTarget.getBoundingClientRect();
  const share = (event.clientX - left) / width;
  return share < 1 / 3 ? -1 : share > 2 / 3 ? 1 : 0;
}
