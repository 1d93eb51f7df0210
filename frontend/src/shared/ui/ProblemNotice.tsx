import { ApiProblem } from "@/shared/api/problem";
import { useMessages, type Messages } from "@/shared/i18n";
import { Notice } from "./Notice";

/** What went wrong, in the reader's language where we know the case, else in the server's own sentence. */
export function sentenceFor(error: unknown, errors: Messages["errors"]): string {
  if (!(error instanceof ApiProblem)) return errors.broken;
  return errors.byCode[error.code] ?? error.message;
}

/** An error in its place, with a reference to quote when the fault is ours. */
export function ProblemNotice({ error, children }: { error: unknown; children?: React.ReactNode }) {
  const { errors } = useMessages();
  const reference = error instanceof ApiProblem && error.status >= 500 ? error.requestId : null;
  return (
    <Notice kind="trouble">
      <p>{sentenceFor(error, errors)}</p>
      {reference !== null && <p>{errors.reference(reference)}</p>}
      {children}
    </Notice>
  );
}
