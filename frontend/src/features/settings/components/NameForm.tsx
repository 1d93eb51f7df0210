import type { SyntheticEvent } from "react";
import { ApiProblem } from "@/shared/api/problem";
import { Button } from "@/shared/ui/Button";
import { Field } from "@/shared/ui/Field";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useRename } from "../api/account";
import { useSettingsWords } from "../words";
import styles from "./settings.module.css";

/** What one is called; null keeps the room until it is known. */
export function NameForm({ name }: { name: string | null }) {
  const words = useSettingsWords();
  const rename = useRename();
  const problem =
    rename.error instanceof ApiProblem ? rename.error.fields.display_name?.join(" ") : undefined;
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wanted = new FormData(event.currentTarget).get("display_name");
    if (typeof wanted === "string") rename.mutate(wanted.trim());
  };
  return (
    <form className={styles.name} onSubmit={submit}>
      <Field
        key={name}
        label={words.name}
        name="display_name"
        autoComplete="nickname"
        defaultValue={name ?? ""}
        maxLength={80}
        problem={problem}
      />
      <Button type="submit" disabled={rename.isPending || name === null}>
        {words.rename}
      </Button>
      <p role="status" className={styles.status}>
        {rename.isSuccess && words.saved}
      </p>
      {rename.error && problem === undefined && <ProblemNotice error={rename.error} />}
    </form>
  );
}
