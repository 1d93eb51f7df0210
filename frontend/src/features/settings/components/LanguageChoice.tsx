import { useSessionPhase } from "@/shared/api/session";
import { language, LANGUAGES, useMessages, type Language } from "@/shared/i18n";
import { Choice } from "@/shared/ui/Choice";
import { useChangePreferences } from "../api/preferences";

/** The language of the page; who is signed in finds it again on the next device, and the chat answers in it. */
export function LanguageChoice() {
  const { settings } = useMessages();
  const phase = useSessionPhase();
  const { mutate } = useChangePreferences();
  const choose = (chosen: Language) => {
    language.set(chosen);
    if (phase === "in") mutate({ language: chosen });
  };
  return (
    <Choice
      legend={settings.language}
      options={LANGUAGES}
      value={language.use()}
      nameOf={(option) => settings.languageName[option]}
      onChange={choose}
    />
  );
}
