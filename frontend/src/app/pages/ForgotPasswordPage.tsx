import { Link } from "react-router";
import { ForgotForm, useAuthWords } from "@/features/auth";
import { useMessages } from "@/shared/i18n";
import { Door } from "../layout/Door";

export function ForgotPasswordPage() {
  const words = useAuthWords();
  const { auth } = useMessages();
  return (
    <Door title={words.forgotTitle}>
      <ForgotForm />
      <p>
        {words.remembered} <Link to="/sign-in">{auth.signIn}</Link>
      </p>
    </Door>
  );
}
