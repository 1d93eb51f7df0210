import { Link } from "react-router";
import { ApiProblem } from "@/shared/api/problem";
import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { Field } from "@/shared/ui/Field";
import { Notice } from "@/shared/ui/Notice";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useSetPassword } from "../api/reset";
import { textOf } from "../form";
import { readResetLink } from "../lib/reset-link";
import { useAuthWords } from "../words";
import styles from "./AuthForm.module.css";

interface NewPasswordFormProps {
  /** The address from its # on. */
  hash: string;
  onSaved: () => void;
}

/** What a mailed link opens: the new password, or that the link is spent. */
export function NewPasswordForm({ hash, onSaved }: NewPasswordFormProps) {
  const words = useAuthWords();
  const { auth } = useMessages();
  const set = useSetPassword();
  const link = readResetLink(hash);
  const code = set.error instanceof ApiProblem ? set.error.code : null;
  if (!link || code === "spent_link") return <Spent />;

  const submit = (event: React.SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const new_password = textOf(new FormData(event.currentTarget), "new_password");
    set.mutate({ ...link, new_password }, { onSuccess: onSaved });
  };
  const isWeak = code === "weak_password";
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field
        label={words.newPassword}
        name="new_password"
        type="password"
        autoComplete="new-password"
        required
        minLength={10}
        maxLength={128}
        hint={auth.passwordHint}
        problem={isWeak ? set.error?.message : undefined}
      />
      {set.error && !isWeak && <ProblemNotice error={set.error} />}
      <Button type="submit" look="primary" disabled={set.isPending}>
        {set.isPending ? words.keeping : words.keep}
      </Button>
    </form>
  );
}

function Spent() {
  const words = useAuthWords();
  return (
    <Notice kind="trouble">
      <p>{words.spent}</p>
      <p>
        <Link to="/forgot-password">{words.askAgain}</Link>
      </p>
    </Notice>
  );
}
