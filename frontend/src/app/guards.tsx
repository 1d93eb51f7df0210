import { Link, Navigate, Outlet, useLocation, useSearchParams } from "react-router";
import { useOfflineWords } from "@/features/offline";
import { startSession, useSessionPhase } from "@/shared/api/session";
import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { EmptyPlace } from "@/shared/ui/EmptyPlace";
import { insidePath } from "./inside-path";
import { Opening } from "./layout/Opening";

/** Pages of a dancer: who is not signed in goes to the door and comes back here afterwards. */
export function ForMembers() {
  const phase = useSessionPhase();
  const { pathname, search } = useLocation();
  if (phase === "starting") return <Opening />;
  if (phase === "unreachable") return <Unreachable />;
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

function Unreachable() {
  const { errors, actions } = useMessages();
  const offline = useOfflineWords();
  return (
    <main>
      <EmptyPlace
        level="h1"
        title={errors.unreachableTitle}
        action={<Button onClick={() => void startSession()}>{actions.tryAgain}</Button>}
      >
        {errors.byCode.unreachable} {offline.noNetwork} <Link to="/kept">{offline.toKept}</Link>
      </EmptyPlace>
    </main>
  );
}
