import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { EmptyPlace } from "@/shared/ui/EmptyPlace";
import { PageTitle } from "../layout/PageTitle";
import { UnreachablePage } from "./UnreachablePage";

/** Shown where our own code broke, or where a new version took away the file that was asked for. */
export function BrokenPage() {
  const { errors, actions } = useMessages();
  const reload = () => window.location.reload();
  if (!navigator.onLine) return <UnreachablePage onTryAgain={reload} />; // A page that comes later could not come.
  return (
    <main>
      <PageTitle title={errors.brokenTitle} />
      <EmptyPlace
        level="h1"
        title={errors.brokenTitle}
        action={<Button onClick={reload}>{actions.reload}</Button>}
      >
        {errors.broken}
      </EmptyPlace>
    </main>
  );
}
