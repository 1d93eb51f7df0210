import { useMe } from "@/features/auth";
import { CoverageMap, LibraryNumbers, useLibraryWords } from "@/features/library";
import { useMessages } from "@/shared/i18n";
import { ButtonLink } from "@/shared/ui/Button";
import { EmptyPlace } from "@/shared/ui/EmptyPlace";
import { PageTitle } from "../layout/PageTitle";
import styles from "./Page.module.css";

/** The library counted, and what it lacks: for instructors and those who look after it. */
export function Component() {
  const words = useLibraryWords();
  const { loading } = useMessages();
  const { data: me } = useMe();
  if (!me) return <p role="status">{loading}</p>;
  const back = (
    <ButtonLink to="/library" look="quiet" icon="back">
      {words.back}
    </ButtonLink>
  );
  return (
    <div className={styles.page}>
      <PageTitle title={words.numbersPage} />
      {me.role === "dancer" ? (
        <EmptyPlace level="h1" title={words.forCuratorsTitle} action={back}>
          {words.forCurators}
        </EmptyPlace>
      ) : (
        <>
          <header className={styles.head}>
            <h1>{words.numbersPage}</h1>
            {back}
          </header>
          <LibraryNumbers />
          <CoverageMap />
        </>
      )}
    </div>
  );
}
