import { useMessages } from "@/shared/i18n";
import { Field } from "@/shared/ui/Field";
import { fieldProblem } from "../form";

/** The address of an account, and what the server finds wrong with it. */
export function EmailField({ fields }: { fields: Readonly<Record<string, string[]>> }) {
  const { auth } = useMessages();
  return (
    <Field
      label={auth.email}
      name="email"
      type="email"
      autoComplete="username"
      required
      problem={fieldProblem(fields, "email")}
    />
  );
}
