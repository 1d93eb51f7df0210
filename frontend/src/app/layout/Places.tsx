import { NavLink } from "react-router";
import { useMe } from "@/features/auth";
import { useSessionPhase } from "@/shared/api/session";
import { useMessages } from "@/shared/i18n";
import { Icon, type IconName } from "@/shared/ui/Icon";
import styles from "./Places.module.css";

/** The places of the app: a bar under the thumb on a phone, a quiet rail at a desk. */
export function Places() {
  const { places } = useMessages();
  const phase = useSessionPhase();
  return (
    <nav className={styles.places} aria-label={places.label}>
      <Place to="/dance" icon="dance" name={places.dance} />
      <Place to="/chat" icon="chat" name={places.chat} />
      <Place to="/library" icon="library" name={places.library} />
      <Place to="/saved" icon="saved" name={places.saved} />
      {phase === "in" && <ClassesPlace />}
    </nav>
  );
}

/** Only for those who teach. */
function ClassesPlace() {
  const { places } = useMessages();
  const { data: me } = useMe();
  return me && me.role !== "dancer" ? <Place to="/classes" icon="classes" name={places.classes} /> : null;
}

function Place({ to, icon, name }: { to: string; icon: IconName; name: string }) {
  return (
    <NavLink to={to} className={styles.place ?? ""}>
      <Icon name={icon} />
      {name}
    </NavLink>
  );
}
