import { ApiProblem } from "@/shared/api/problem";
import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { Field } from "@/shared/ui/Field";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useRegister } from "../api/register";
import { fieldProblem, textOf } from "../form";
import styles from "./AuthForm.module.css";
import { EmailField } from "./EmailField";

export function SignUpForm() {
  const { auth } = useMessages();
  const register = useRegister();

  const submit = (event: React.SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    register.mutate({
      display_name: textOf(form, "display_name"),
      email: textOf(form, "email"),
      password: textOf(form, "password"),
    });
  };

  const fields = register.error instanceof ApiProblem ? register.error.fields : {};
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field
        label={auth.displayName}
        name="display_name"
        autoComplete="nickname"
        required
        maxLength={80}
        problem={fieldProblem(fields, "display_name")}
      />
      <EmailField fields={fields} />
      <Field
        label={auth.password}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={10}
        hint={auth.passwordHint}
        problem={fieldProblem(fields, "password")}
      />
      {register.error && <ProblemNotice error={register.error} />}
      <Button type="submit" look="primary" disabled={register.isPending}>
        {register.isPending ? auth.signingUp : auth.signUp}
      </Button>
    </form>
  );
}
