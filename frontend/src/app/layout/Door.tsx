import type { ReactNode } from "react";
import { LanguageSwitch } from "@/features/settings";
import { useMessages } from "@/shared/i18n";
import { CoupleOnTheCount } from "@/shared/ui/CoupleOnTheCount";
import { Brand } from "./Brand";
import styles from "./Door.module.css";
import { PageTitle } from "./PageTitle";

/** The way in: what this is, and a form beside it. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  const { auth, motto } = useMessages();
  return (
    <main className={styles.door}>
      <PageTitle title={title} />
      <section className={styles.promise}>
        <header className={styles.top}>
          <Brand />
          <LanguageSwitch />
        </header>
        <CoupleOnTheCount className={styles.picture} />
        <p className={styles.motto}>{motto}</p>
        <p className={styles.more}>{auth.promise}</p>
      </section>
      <section className={styles.form}>
        <h1>{title}</h1>
        {children}
      </section>
    </main>
  );
}
