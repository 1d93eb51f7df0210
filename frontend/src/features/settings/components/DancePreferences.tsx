import { DIFFICULTIES, ENERGIES, STYLES } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { Choice } from "@/shared/ui/Choice";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useChangePreferences } from "../api/preferences";
import { ROLES, roleOf, roleToApi } from "../lib/role";
import type { Preferences } from "../types";
import { useSettingsWords } from "../words";
import styles from "./settings.module.css";
import { SwitchRow } from "./SwitchRow";

interface DancePreferencesProps {
  preferences: Preferences;
  /** Captions are shown from now on, or no longer: the player on this device follows at once. */
  onCaptions: (on: boolean) => void;
}

/** What a dance begins with unless one says otherwise; each choice is saved as it is made. */
export function DancePreferences({ preferences, onCaptions }: DancePreferencesProps) {
  const words = useSettingsWords();
  const shared = useMessages();
  const { mutate, error, isSuccess } = useChangePreferences();
  const { difficulty = "beginner", energy = "medium", style = "romantic" } = preferences;
  const { captions = true, autosave = true } = preferences;
  return (
    <section className={styles.section}>
      <h2>{words.dancing}</h2>
      <p className={styles.quiet}>{words.dancingText}</p>
      <Choice
        legend={shared.generate.difficulty}
        options={DIFFICULTIES}
        value={difficulty}
        nameOf={(option) => shared.difficulty[option]}
        onChange={(chosen) => mutate({ difficulty: chosen })}
      />
      <Choice
        legend={shared.generate.energy}
        options={ENERGIES}
        value={energy}
        nameOf={(option) => shared.energy[option]}
        onChange={(chosen) => mutate({ energy: chosen })}
      />
      <Choice
        legend={shared.generate.style}
        options={STYLES}
        value={style}
        nameOf={(option) => shared.style[option]}
        onChange={(chosen) => mutate({ style: chosen })}
      />
      <Choice
        legend={words.role}
        options={ROLES}
        value={roleOf(preferences)}
        nameOf={(option) => words.roleName[option]}
        onChange={(chosen) => mutate({ role: roleToApi(chosen) })}
      />
      <SwitchRow
        label={words.captions}
        hint={words.captionsText}
        on={captions}
        onChange={(on) => {
          onCaptions(on);
          mutate({ captions: on });
        }}
      />
      <SwitchRow
        label={words.autosave}
        hint={words.autosaveText}
        on={autosave}
        onChange={(on) => mutate({ autosave: on })}
      />
      {error && <ProblemNotice error={error} />}
      <p role="status" className={styles.status}>
        {isSuccess && words.saved}
      </p>
    </section>
  );
}
