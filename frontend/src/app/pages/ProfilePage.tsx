import { Link } from "react-router";
import { useLogout, useMe } from "@/features/auth";
import { dropAll, useOfflineWords } from "@/features/offline";
import { preferCaptions } from "@/features/player";
import {
  AccountData,
  DancePreferences,
  LanguageChoice,
  NameForm,
  PasswordForm,
  SessionList,
  ThemeChoice,
  useSettingsWords,
} from "@/features/settings";
import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { PageTitle } from "../layout/PageTitle";
import styles from "./ProfilePage.module.css";

/** Who is here, how they like to dance, their account, and the way out. */
export function Component() {
  const { settings, auth, actions } = useMessages();
  const words = useSettingsWords();
  const { data: me, error, refetch } = useMe();
  const logout = useLogout();
  const offline = useOfflineWords();
  /** Who leaves takes what was kept here along: the next one at this device is somebody else. */
  const leave = () => {
    void dropAll();
    logout.mutate();
  };
  return (
    <div className={styles.page}>
      <PageTitle title={settings.title} />
      <header className={styles.top}>
        <div>
          <h1>{settings.title}</h1>
          <p className={styles.email}>{me?.email ?? "\u00a0"}</p>
        </div>
        <Button onClick={leave} disabled={logout.isPending}>
          {auth.signOut}
        </Button>
      </header>
      {logout.error && <ProblemNotice error={logout.error} />}
      {error && (
        <ProblemNotice error={error}>
          <Button onClick={() => void refetch()}>{actions.tryAgain}</Button>
        </ProblemNotice>
      )}
      {!error && <NameForm name={me?.display_name ?? null} />}
      <section className={styles.section}>
        <h2>{words.app}</h2>
        <LanguageChoice />
        <ThemeChoice />
        <p>
          <Link to="/kept" className={styles.link}>
            {offline.toKept}
          </Link>
        </p>
      </section>
      {me && (
        <>
          <DancePreferences preferences={me.preferences} onCaptions={preferCaptions} />
          <section className={styles.section}>
            <h2>{words.security}</h2>
            <SessionList />
            <PasswordForm email={me.email} />
          </section>
          <AccountData email={me.email} onClosed={() => void dropAll()} />
        </>
      )}
    </div>
  );
}
