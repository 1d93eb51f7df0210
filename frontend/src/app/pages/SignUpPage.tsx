import { Link, useLocation } from "react-router";
import { SignUpForm } from "@/features/auth";
import { useMessages } from "@/shared/i18n";
import { Door } from "../layout/Door";

export function SignUpPage() {
  const { auth } = useMessages();
  const { search } = useLocation();
  return (
    <Door title={auth.signUp}>
      <SignUpForm />
      <p>
        {auth.knownHere} <Link to={`/sign-in${search}`}>{auth.signIn}</Link>
      </p>
    </Door>
  );
}
