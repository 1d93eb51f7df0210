import { SavedList } from "@/features/saved";
import { useMessages } from "@/shared/i18n";
import { PageTitle } from "../layout/PageTitle";
import styles from "./Page.module.css";

export function SavedPage() {
  const { saved } = useMessages();
  return (
    <div className={styles.page}>
      <PageTitle title={saved.title} />
      <h1>{saved.title}</h1>
      <SavedList />
    </div>
  );
}
