import { useRef } from "react";
import { Link, Outlet, ScrollRestoration } from "react-router";
import { useMessages } from "@/shared/i18n";
import { Brand } from "./Brand";
import styles from "./Frame.module.css";
import { Places } from "./Places";
import { useArrival } from "./useArrival";

/** What stays around every page: the brand, the places, and the page between them. */
export function Frame() {
  const { places, brand } = useMessages();
  const page = useRef<HTMLElement>(null);
  useArrival(page);
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#page">
        {places.skip}
      </a>
      <header className={styles.top}>
        <Link to="/dance" className={styles.home} aria-label={brand}>
          <Brand />
        </Link>
      </header>
      <Places />
      <main id="page" ref={page} tabIndex={-1} className={styles.page}>
        <Outlet />
      </main>
      <ScrollRestoration />
    </div>
  );
}
