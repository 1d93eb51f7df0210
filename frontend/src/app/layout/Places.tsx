import { NavLink } from "react-router";
import { useMessages } from "@/shared/i18n";
import { Icon, type IconName } from "@/shared/ui/Icon";
import styles from "./Places.module.css";

/** The places of the app: a bar under the thumb on a phone, a quiet rail at a desk. */
export function Places() {
  const { places } = useMessages();
  return (
    <nav className={styles.places} aria-label={places.label}>
      <Place to="/dance" icon="dance" name={places.dance} />
      <Place to="/saved" icon="saved" name={places.saved} />
      <Place to="/profile" icon="person" name={places.profile} />
    </nav>
  );
}

function Place({ to, icon, name }: { to: string; icon: IconName; name: string }) {
  return (
    <NavLink to={to} className={styles.place ?? ""}>
      <Icon name={icon} />
      {name}
    </NavLink>
  );
}
