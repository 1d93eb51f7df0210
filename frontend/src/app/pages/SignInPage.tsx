import { Link, useLocation, type Location } from "react-router";
import { SignInForm, useAuthWords } from "@/features/auth";
import { useSessionPhase } from "@/shared/api/session";
import { useMessages } from "@/shared/i18n";
import { Notice } from "@/shared/ui/Notice";
import { Door } from "../layout/Door";

export function SignInPage() {
  const words = useAuthWords();
  const { auth, errors } = useMessages();
  const phase = useSessionPhase();
  const { search, state } = useLocation() as Location<{ passwordChanged?: boolean } | null>;
  return (
    <Door title={auth.signIn}>
      {phase === "ended" && (
        <Notice kind="word">
          <p>{errors.byCode.not_authenticated}</p>
        </Notice>
      )}
      {state?.passwordChanged && <p role="status">{words.changed}</p>}
      <SignInForm />
      <p>
        <Link to="/forgot-password">{words.forgot}</Link>
      </p>
      <p>
        {auth.newHere} <Link to={`/sign-up${search}`}>{auth.signUp}</Link>
      </p>
    </Door>
  );
}
