import { Link } from "react-router";
import { useOfflineWords } from "@/features/offline";
import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { EmptyPlace } from "@/shared/ui/EmptyPlace";
import { PageTitle } from "../layout/PageTitle";

/** Shown where nothing comes from the server; what lies on this device is still there. */
export function UnreachablePage({ onTryAgain }: { onTryAgain: () => void }) {
  const { errors, actions } = useMessages();
  const offline = useOfflineWords();
  return (
    <main>
      <PageTitle title={errors.unreachableTitle} />
      <EmptyPlace
        level="h1"
        title={errors.unreachableTitle}
        action={<Button onClick={onTryAgain}>{actions.tryAgain}</Button>}
      >
        {errors.byCode.unreachable} {offline.noNetwork} <Link to="/kept">{offline.toKept}</Link>
      </EmptyPlace>
    </main>
  );
}
