import { useMe } from "@/features/auth";
import { CoverageMap, LibraryNumbers, useLibraryWords } from "@/features/library";
import { ButtonLink } from "@/shared/ui/Button";
import { EmptyPlace } from "@/shared/ui/EmptyPlace";
import { Waiting } from "@/shared/ui/Waiting";
import { PageTitle } from "../layout/PageTitle";
import styles from "./Page.module.css";

/** The library counted, and what it lacks: for instructors and those who look after it. */
export function Component() {
  const words = useLibraryWords();
  const { data: me } = useMe();
  if (!me) return <Waiting />;
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
