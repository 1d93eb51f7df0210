import { useEffect, useRef, type RefObject } from "react";
import { NavigationType, useLocation, useNavigationType } from "react-router";

/** On a new page move the focus to its beginning, as a loaded page would: readers start there, Tab goes on from there. */
export function useArrival(place: RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const way = useNavigationType();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    if (way === NavigationType.Replace) return; // The page one is on got another address: nobody arrives.
    place.current?.focus({ preventScroll: true });
  }, [pathname, way, place]);
}
