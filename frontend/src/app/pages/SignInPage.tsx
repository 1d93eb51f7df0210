import { Link, useLocation } from "react-router";
import { SignInForm } from "@/features/auth";
import { useMessages } from "@/shared/i18n";
import { Door } from "../layout/Door";

export function SignInPage() {
  const { auth } = useMessages();
  const { search } = useLocation();
  return (
    <Door title={auth.signIn}>
      <SignInForm />
      <p>
        {auth.newHere} <Link to={`/sign-up${search}`}>{auth.signUp}</Link>
      </p>
    </Door>
  );
}
