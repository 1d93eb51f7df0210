import { KeptList, useOfflineWords } from "@/features/offline";
import { PageTitle } from "../layout/PageTitle";
import styles from "./Page.module.css";

/** The dances on this device. */
export function KeptPage() {
  const words = useOfflineWords();
  return (
    <div className={styles.page}>
      <PageTitle title={words.title} />
      <h1>{words.title}</h1>
      <KeptList />
    </div>
  );
}
