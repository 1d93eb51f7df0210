import type { ReactNode } from "react";
import { CoupleOnTheCount } from "./CoupleOnTheCount";
import styles from "./EmptyPlace.module.css";

interface EmptyPlaceProps {
  title: string;
  /** One sentence: what will be here, or what happened. */
  children: ReactNode;
  /** One way on. */
  action?: ReactNode;
  level?: "h1" | "h2";
}

/** A place with nothing in it yet, which says how to fill it. */
export function EmptyPlace({ title, children, action, level: Heading = "h2" }: EmptyPlaceProps) {
  return (
    <section className={styles.empty}>
      <CoupleOnTheCount className={styles.picture} />
      <Heading>{title}</Heading>
      <p>{children}</p>
      {action}
    </section>
  );
}
