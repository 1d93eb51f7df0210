import { useClassWords } from "@/features/classes";
import { ApiProblem } from "@/shared/api/problem";
import { useMessages } from "@/shared/i18n";
import { Button, ButtonLink } from "@/shared/ui/Button";
import { EmptyPlace } from "@/shared/ui/EmptyPlace";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { PageTitle } from "../layout/PageTitle";

/** In the place of a class whose link does not open, or which could not be fetched. */
export function ClosedClass({ error, onAgain }: { error: Error; onAgain: () => void }) {
  const words = useClassWords();
  const { actions } = useMessages();
  if (!(error instanceof ApiProblem && error.status === 404))
    return (
      <ProblemNotice error={error}>
        <Button onClick={onAgain}>{actions.tryAgain}</Button>
      </ProblemNotice>
    );
  return (
    <>
      <PageTitle title={words.closedTitle} />
      <EmptyPlace
        level="h1"
        title={words.closedTitle}
        action={<ButtonLink to="/">{words.toStart}</ButtonLink>}
      >
        {words.closed}
      </EmptyPlace>
    </>
  );
}
