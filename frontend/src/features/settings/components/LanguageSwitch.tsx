import { language, LANGUAGES, useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";

/** The other languages, each under its own name, for who cannot read this one. */
export function LanguageSwitch() {
  const { settings } = useMessages();
  const spoken = language.use();
  return LANGUAGES.filter((other) => other !== spoken).map((other) => (
    <Button key={other} look="quiet" lang={other} onClick={() => language.set(other)}>
      {settings.languageName[other]}
    </Button>
  ));
}
