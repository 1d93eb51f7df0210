import { useRef } from "react";
import { Link, Outlet, ScrollRestoration } from "react-router";
import { LanguageSwitch } from "@/features/settings";
import { useMessages } from "@/shared/i18n";
import { Brand } from "./Brand";
import styles from "./OpenFrame.module.css";
import { useArrival } from "./useArrival";

/** What stays around a page that a link opens: the brand and the language, no places, no account. */
export function OpenFrame() {
  const { places, brand } = useMessages();
  const page = useRef<HTMLElement>(null);
  useArrival(page);
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#page">
        {places.skip}
      </a>
      <header className={styles.top}>
        <Link to="/" className={styles.home} aria-label={brand}>
          <Brand />
        </Link>
        <LanguageSwitch />
      </header>
      <main id="page" ref={page} tabIndex={-1} className={styles.page}>
        <Outlet />
      </main>
      <ScrollRestoration />
    </div>
  );
}
