import { useLocation, useNavigate } from "react-router";
import { NewPasswordForm, useAuthWords } from "@/features/auth";
import { Door } from "../layout/Door";

/** Opened by a mailed link, whoever is signed in here. */
export function NewPasswordPage() {
  const words = useAuthWords();
  const { hash } = useLocation();
  const navigate = useNavigate();
  return (
    <Door title={words.newTitle}>
      <NewPasswordForm
        hash={hash}
        onSaved={() => void navigate("/sign-in", { replace: true, state: { passwordChanged: true } })}
      />
    </Door>
  );
}
