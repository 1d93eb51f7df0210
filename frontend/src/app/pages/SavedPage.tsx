import { Collection, useCollectionWords } from "@/features/collections";
import { PageTitle } from "../layout/PageTitle";
import styles from "./Page.module.css";

/** All the dances one keeps. */
export function SavedPage() {
  const words = useCollectionWords();
  return (
    <div className={styles.page}>
      <PageTitle title={words.title} />
      <h1>{words.title}</h1>
      <Collection />
    </div>
  );
}
