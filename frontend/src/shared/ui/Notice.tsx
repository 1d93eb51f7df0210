import type { ReactNode } from "react";
import { Icon } from "./Icon";
import styles from "./Notice.module.css";

interface NoticeProps {
  /** `trouble` interrupts a reader, `word` waits for a pause. */
  kind: "trouble" | "word";
  title?: string;
  children: ReactNode;
}

/** Something to know, said in the place it concerns. */
export function Notice({ kind, title, children }: NoticeProps) {
  return (
    <div className={`${styles.notice} ${styles[kind]}`} role={kind === "trouble" ? "alert" : "status"}>
      <Icon name="warning" />
      <div>
        {title && <p className={styles.title}>{title}</p>}
        {children}
      </div>
    </div>
  );
}
