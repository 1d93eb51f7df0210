import { ApiProblem } from "@/shared/api/problem";
import { Button } from "@/shared/ui/Button";
import { Notice } from "@/shared/ui/Notice";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { Waiting } from "@/shared/ui/Waiting";
import { useAskForLink, useDelivery } from "../api/reset";
import { textOf } from "../form";
import { useAuthWords } from "../words";
import styles from "./AuthForm.module.css";
import { EmailField } from "./EmailField";

/** Where one asks for a link to a new password, or reads that there is none to be had. */
export function ForgotForm() {
  const words = useAuthWords();
  const { data, error } = useDelivery();
  const ask = useAskForLink();
  if (error) return <ProblemNotice error={error} />;
  if (!data) return <Waiting />;
  if (data.delivery === "none")
    return (
      <Notice kind="word">
        <p>{words.noMail}</p>
      </Notice>
    );
  const toShell = data.delivery === "console";
  if (ask.isSuccess)
    return (
      <div role="status" className={styles.told}>
        <h2>{toShell ? words.writtenTitle : words.sentTitle}</h2>
        <p>{words.sent(ask.variables)}</p>
        <p className={styles.quiet}>{toShell ? words.inTheShell : words.notThere}</p>
      </div>
    );

  const submit = (event: React.SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    ask.mutate(textOf(new FormData(event.currentTarget), "email"));
  };
  const fields = ask.error instanceof ApiProblem ? ask.error.fields : {};
  return (
    <form className={styles.form} onSubmit={submit}>
      <p>{words.forgotExplained}</p>
      {toShell && (
        <Notice kind="word">
          <p>{words.inTheShell}</p>
        </Notice>
      )}
      <EmailField fields={fields} />
      {ask.error && <ProblemNotice error={ask.error} />}
      <Button type="submit" look="primary" disabled={ask.isPending}>
        {ask.isPending ? words.sending : words.send}
      </Button>
    </form>
  );
}
