import { ApiProblem } from "@/shared/api/problem";
import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { Field } from "@/shared/ui/Field";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useLogin } from "../api/login";
import { fieldProblem, textOf } from "../form";
import styles from "./AuthForm.module.css";
import { EmailField } from "./EmailField";

export function SignInForm() {
  const { auth } = useMessages();
  const login = useLogin();

  const submit = (event: React.SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    login.mutate({ email: textOf(form, "email"), password: textOf(form, "password") });
  };

  const fields = login.error instanceof ApiProblem ? login.error.fields : {};
  return (
    <form className={styles.form} onSubmit={submit}>
      <EmailField fields={fields} />
      <Field
        label={auth.password}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        problem={fieldProblem(fields, "password")}
      />
      {login.error && <ProblemNotice error={login.error} />}
      <Button type="submit" look="primary" disabled={login.isPending}>
        {login.isPending ? auth.signingIn : auth.signIn}
      </Button>
    </form>
  );
}
