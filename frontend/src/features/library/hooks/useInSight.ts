import { useEffect, useEffectEvent, useRef, type RefObject } from "react";

const AHEAD_PX = 600;

/** Call `onNear` when the end of a list comes near; a button does the same for everybody else. */
export function useInSight<T extends Element>(onNear: () => void, wanted: boolean): RefObject<T | null> {
  const mark = useRef<T>(null);
  const near = useEffectEvent(onNear);
  useEffect(() => {
    const element = mark.current;
    if (!element || !wanted || typeof IntersectionObserver === "undefined") return;
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && near(), {
      rootMargin: `${AHEAD_PX}px`,
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [wanted]);
  return mark;
}
