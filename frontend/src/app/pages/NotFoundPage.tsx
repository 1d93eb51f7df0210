import { useMessages } from "@/shared/i18n";
import { ButtonLink } from "@/shared/ui/Button";
import { EmptyPlace } from "@/shared/ui/EmptyPlace";
import { PageTitle } from "../layout/PageTitle";

export function NotFoundPage() {
  const { errors, actions } = useMessages();
  return (
    <>
      <PageTitle title={errors.notFoundTitle} />
      <EmptyPlace
        level="h1"
        title={errors.notFoundTitle}
        action={<ButtonLink to="/dance">{actions.toSongs}</ButtonLink>}
      >
        {errors.notFound}
      </EmptyPlace>
    </>
  );
}
