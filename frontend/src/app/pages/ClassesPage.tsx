import { useMe } from "@/features/auth";
import { PlanList, useClassWords } from "@/features/classes";
import { useMessages } from "@/shared/i18n";
import { ButtonLink } from "@/shared/ui/Button";
import { EmptyPlace } from "@/shared/ui/EmptyPlace";
import { Waiting } from "@/shared/ui/Waiting";
import { PageTitle } from "../layout/PageTitle";
import styles from "./Page.module.css";

/** All class plans of an instructor. */
export function Component() {
  const words = useClassWords();
  const { actions } = useMessages();
  const { data: me } = useMe();
  if (!me) return <Waiting />;
  return (
    <div className={styles.page}>
      <PageTitle title={words.title} />
      {me.role === "dancer" ? (
        <EmptyPlace
          level="h1"
          title={words.notTeachingTitle}
          action={<ButtonLink to="/dance">{actions.toSongs}</ButtonLink>}
        >
          {words.notTeaching}
        </EmptyPlace>
      ) : (
        <>
          <h1>{words.title}</h1>
          <PlanList />
        </>
      )}
    </div>
  );
}
