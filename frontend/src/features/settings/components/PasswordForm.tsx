import type { SyntheticEvent } from "react";
import { ApiProblem } from "@/shared/api/problem";
import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { Field } from "@/shared/ui/Field";
import { sentenceFor, ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useChangePassword } from "../api/account";
import { useSettingsWords } from "../words";
import styles from "./settings.module.css";

const FIELDS = { wrong_password: "current_password", weak_password: "new_password" } as const;

/** Another password: the one there is, then the new one. */
export function PasswordForm({ email }: { email: string }) {
  const words = useSettingsWords();
  const { auth, errors } = useMessages();
  const change = useChangePassword();
  const field = change.error instanceof ApiProblem ? fieldOf(change.error) : null;
  const problemAt = (name: string) => (field === name ? sentenceFor(change.error, errors) : undefined);

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const text = (name: string) => {
      const value = given.get(name);
      return typeof value === "string" ? value : "";
    };
    change.mutate(
      { current_password: text("current_password"), new_password: text("new_password") },
      { onSuccess: () => form.reset() },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <h3>{words.changePassword}</h3>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field
        label={words.currentPassword}
        name="current_password"
        type="password"
        autoComplete="current-password"
        required
        maxLength={128}
        problem={problemAt("current_password")}
      />
      <Field
        label={words.newPassword}
        name="new_password"
        type="password"
        autoComplete="new-password"
        required
        minLength={10}
        maxLength={128}
        hint={auth.passwordHint}
        problem={problemAt("new_password")}
      />
      {change.error && field === null && <ProblemNotice error={change.error} />}
      <Button type="submit" disabled={change.isPending}>
        {words.changePassword}
      </Button>
      <p role="status" className={styles.status}>
        {change.isSuccess && words.passwordChanged}
      </p>
    </form>
  );
}

const fieldOf = ({ code }: ApiProblem): string | null =>
  code in FIELDS ? FIELDS[code as keyof typeof FIELDS] : null;
