import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { EmptyPlace } from "@/shared/ui/EmptyPlace";
import { PageTitle } from "../layout/PageTitle";

/** Shown where our own code broke, or where a new version took away the file that was asked for. */
export function BrokenPage() {
  const { errors, actions } = useMessages();
  return (
    <main>
      <PageTitle title={errors.brokenTitle} />
      <EmptyPlace
        level="h1"
        title={errors.brokenTitle}
        action={<Button onClick={() => window.location.reload()}>{actions.reload}</Button>}
      >
        {errors.broken}
      </EmptyPlace>
    </main>
  );
}
