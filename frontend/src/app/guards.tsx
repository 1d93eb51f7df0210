import { Navigate, Outlet, useLocation, useSearchParams } from "react-router";
import { startSession, useSessionPhase } from "@/shared/api/session";
import { insidePath } from "./inside-path";
import { Opening } from "./layout/Opening";
import { UnreachablePage } from "./pages/UnreachablePage";

/** Pages of a dancer: who is not signed in goes to the door and comes back here afterwards. */
export function ForMembers() {
  const phase = useSessionPhase();
  const { pathname, search } = useLocation();
  if (phase === "starting") return <Opening />;
  if (phase === "unreachable") return <UnreachablePage onTryAgain={() => void startSession()} />;
  if (phase === "in") return <Outlet />;
  const next = pathname + search;
  return <Navigate to={next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`} replace />;
}

/** The door: who is already inside goes on. */
export function ForGuests() {
  const phase = useSessionPhase();
  const [query] = useSearchParams();
  if (phase === "starting") return <Opening />;
  if (phase === "in") return <Navigate to={insidePath(query.get("next"))} replace />;
  return <Outlet />;
}
