import { Link } from "react-router";
import { useLogout, useMe } from "@/features/auth";
import { dropAll, useOfflineWords } from "@/features/offline";
import { LanguageChoice, ThemeChoice } from "@/features/settings";
import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { PageTitle } from "../layout/PageTitle";
import styles from "./Page.module.css";

/** Who is here, in which language and light, and the way out. */
export function ProfilePage() {
  const { settings, auth } = useMessages();
  const me = useMe();
  const logout = useLogout();
  const offline = useOfflineWords();
  /** Who leaves takes what was kept here along: the next one at this device is somebody else. */
  const leave = () => {
    void dropAll();
    logout.mutate();
  };
  return (
    <div className={`${styles.page} ${styles.narrow}`}>
      <PageTitle title={settings.title} />
      <h1>{settings.title}</h1>
      <div className={styles.person}>
        <p>{me.data?.display_name ?? "\u00a0"}</p>
        <p>{me.data?.email ?? "\u00a0"}</p>
      </div>
      {me.error && <ProblemNotice error={me.error} />}
      <LanguageChoice />
      <ThemeChoice />
      <p>
        <Link to="/kept">{offline.toKept}</Link>
      </p>
      {logout.error && <ProblemNotice error={logout.error} />}
      <Button onClick={leave} disabled={logout.isPending}>
        {auth.signOut}
      </Button>
    </div>
  );
}
