import { useState, type SyntheticEvent } from "react";
import { Button } from "@/shared/ui/Button";
import { Field } from "@/shared/ui/Field";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useOwnPractice, useTakePracticeBack, useTellPractice } from "../api/assigned";
import { useClassWords } from "../words";
import styles from "./TellPractice.module.css";

/** A signed-in student tells the minutes of today, and sees and takes back what was told. */
export function TellPractice({ token }: { token: string }) {
  const words = useClassWords();
  const [minutes, setMinutes] = useState("20");
  const own = useOwnPractice(token);
  const tell = useTellPractice(token);
  const takeBack = useTakePracticeBack(token);
  const told = own.data?.reduce((sum, row) => sum + row.minutes, 0) ?? 0;
  const trouble = tell.error ?? takeBack.error;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    tell.mutate(Number(minutes));
  };
  return (
    <form className={styles.tell} onSubmit={submit}>
      <h2>{words.iPractised}</h2>
      <p className={styles.quiet}>{words.tellText}</p>
      <div className={styles.line}>
        <Field
          label={words.minutes}
          type="number"
          inputMode="numeric"
          min={1}
          max={600}
          required
          value={minutes}
          onChange={({ target }) => setMinutes(target.value)}
        />
        <Button type="submit" look="primary" disabled={tell.isPending}>
          {words.tell}
        </Button>
      </div>
      {told > 0 && (
        <p className={styles.told} role="status">
          {words.told(told)}
          <Button look="quiet" disabled={takeBack.isPending} onClick={() => takeBack.mutate()}>
            {words.takeBack}
          </Button>
        </p>
      )}
      {trouble && <ProblemNotice error={trouble} />}
    </form>
  );
}
