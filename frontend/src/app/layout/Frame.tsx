import { useRef } from "react";
import { Link, NavLink, Outlet, ScrollRestoration } from "react-router";
import { useMessages } from "@/shared/i18n";
import { Icon } from "@/shared/ui/Icon";
import { Brand } from "./Brand";
import styles from "./Frame.module.css";
import { Places } from "./Places";
import { useArrival } from "./useArrival";

/** What stays around every page: the brand, the way to one's own page, the places, and the page between them. */
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
        <NavLink to="/profile" className={styles.you ?? ""} title={places.profile}>
          <Icon name="person" />
          <span className="visually-hidden">{places.profile}</span>
        </NavLink>
      </header>
      <Places />
      <main id="page" ref={page} tabIndex={-1} className={styles.page}>
        <Outlet />
      </main>
      <ScrollRestoration />
    </div>
  );
}
