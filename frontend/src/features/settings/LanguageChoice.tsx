import { language, LANGUAGES, useMessages } from "@/shared/i18n";
import { Choice } from "@/shared/ui/Choice";

export function LanguageChoice() {
  const { settings } = useMessages();
  return (
    <Choice
      legend={settings.language}
      options={LANGUAGES}
      value={language.use()}
      nameOf={(option) => settings.languageName[option]}
      onChange={language.set}
    />
  );
}
