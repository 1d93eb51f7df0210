import { useState, type SyntheticEvent } from "react";
import { ApiProblem } from "@/shared/api/problem";
import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { Dialog } from "@/shared/ui/Dialog";
import { Field } from "@/shared/ui/Field";
import { ProblemNotice, sentenceFor } from "@/shared/ui/ProblemNotice";
import { useCloseAccount } from "../api/account";
import { useSettingsWords } from "../words";
import styles from "./settings.module.css";

interface CloseAccountDialogProps {
  email: string;
  onClose: () => void;
  onClosed: () => void;
}

/** Ask twice, in two ways, before everything is gone: the password, and one's address typed out. */
export function CloseAccountDialog({ email, onClose, onClosed }: CloseAccountDialogProps) {
  const words = useSettingsWords();
  const { auth, actions, errors } = useMessages();
  const close = useCloseAccount();
  const [typed, setTyped] = useState("");
  const [password, setPassword] = useState("");
  const isSure = typed.trim().toLowerCase() === email.toLowerCase() && password !== "";
  const isWrong = close.error instanceof ApiProblem && close.error.code === "wrong_password";

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (isSure) close.mutate(password, { onSuccess: onClosed });
  };
  return (
    <Dialog title={words.closeTitle} closeLabel={actions.close} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <p>{words.closeText}</p>
        <Field
          label={words.closeEmail(email)}
          autoComplete="off"
          autoCapitalize="none"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Field
          label={auth.password}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={({ target }) => setPassword(target.value)}
          problem={isWrong ? sentenceFor(close.error, errors) : undefined}
        />
        {close.error && !isWrong && <ProblemNotice error={close.error} />}
        <div className={styles.ways} data-end>
          <Button onClick={onClose}>{words.keep}</Button>
          <Button type="submit" look="primary" disabled={!isSure || close.isPending}>
            {close.isPending ? words.closing : words.closeDo}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
