import { Link, useLocation } from "react-router";
import { SignInForm } from "@/features/auth";
import { useSessionPhase } from "@/shared/api/session";
import { useMessages } from "@/shared/i18n";
import { Notice } from "@/shared/ui/Notice";
import { Door } from "../layout/Door";

export function SignInPage() {
  const { auth, errors } = useMessages();
  const phase = useSessionPhase();
  const { search } = useLocation();
  return (
    <Door title={auth.signIn}>
      {phase === "ended" && (
        <Notice kind="word">
          <p>{errors.byCode.not_authenticated}</p>
        </Notice>
      )}
      <SignInForm />
      <p>
        {auth.newHere} <Link to={`/sign-up${search}`}>{auth.signUp}</Link>
      </p>
    </Door>
  );
}
