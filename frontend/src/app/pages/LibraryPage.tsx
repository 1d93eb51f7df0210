import { useMe } from "@/features/auth";
import { Library, useLibraryWords } from "@/features/library";
import { ButtonLink } from "@/shared/ui/Button";
import { PageTitle } from "../layout/PageTitle";
import styles from "./Page.module.css";

/** All moves. Those who teach find the numbers of the library, too. */
export function Component() {
  const words = useLibraryWords();
  const { data: me } = useMe();
  return (
    <div className={styles.page}>
      <PageTitle title={words.title} />
      <header className={styles.head}>
        <div>
          <h1>{words.title}</h1>
          <p className={styles.quiet}>{words.lead}</p>
        </div>
        {me && me.role !== "dancer" && (
          <ButtonLink to="/library/numbers" icon="chart">
            {words.toNumbers}
          </ButtonLink>
        )}
      </header>
      <Library />
    </div>
  );
}
