import { useRouteError } from "react-router";
import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { EmptyPlace } from "@/shared/ui/EmptyPlace";
import { PageTitle } from "../layout/PageTitle";
import { UnreachablePage } from "./UnreachablePage";

/** What browsers say where the file of a page did not come: Chromium and Firefox, Safari, and Vite of its styles. */
const FILE_MISSING = /dynamically imported module|importing a module script|unable to preload/i;

/** Shown where our own code broke, or where the file of a page did not come: for want of a network, or of that version. */
export function BrokenPage() {
  const { errors, actions } = useMessages();
  const error = useRouteError();
  const reload = () => window.location.reload();
  if (!navigator.onLine && error instanceof Error && FILE_MISSING.test(error.message))
    return <UnreachablePage onTryAgain={reload} />;
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
