import { useState } from "react";
import { language, useMessages } from "@/shared/i18n";
import { formatMoment } from "@/shared/i18n/format";
import { Button } from "@/shared/ui/Button";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useEndSession, useSessions } from "../api/sessions";
import { deviceNamed } from "../lib/device";
import { useSettingsWords } from "../words";
import styles from "./settings.module.css";

const IN_VIEW = 4;

/** Where one is signed in, and the way to end that. */
export function SessionList() {
  const words = useSettingsWords();
  const { actions } = useMessages();
  const spoken = language.use();
  const { data: sessions, error, refetch } = useSessions();
  const end = useEndSession();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? sessions : sessions?.slice(0, IN_VIEW);
  const nameOf = (agent: string) => {
    const [browser, system] = deviceNamed(agent);
    if (browser === undefined) return words.unknownDevice;
    return system === undefined ? browser : words.on(browser, system);
  };
  return (
    <div className={styles.form}>
      <h3>{words.sessions}</h3>
      {error && !sessions && (
        <ProblemNotice error={error}>
          <Button onClick={() => void refetch()}>{actions.tryAgain}</Button>
        </ProblemNotice>
      )}
      <ul className={styles.sessions}>
        {shown?.map(({ id, device, current, last_used_at }) => (
          <li key={id}>
            <div>
              <p>{nameOf(device)}</p>
              <p>{current ? words.sessionHere : words.lastUsed(formatMoment(last_used_at, spoken))}</p>
            </div>
            {!current && (
              <Button
                look="quiet"
                aria-label={words.endNamed(nameOf(device))}
                disabled={end.isPending}
                onClick={() => end.mutate(id)}
              >
                {words.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions && shown && shown.length < sessions.length && (
        <Button look="quiet" onClick={() => setShowsAll(true)}>
          {actions.showMore}
        </Button>
      )}
      {end.error && <ProblemNotice error={end.error} />}
      {sessions && sessions.length > 1 && (
        <Button disabled={end.isPending} onClick={() => end.mutate(null)}>
          {words.endOthers}
        </Button>
      )}
    </div>
  );
}
