import { useMessages } from "@/shared/i18n";
import { theme, THEMES } from "@/shared/theme/theme";
import { Choice } from "@/shared/ui/Choice";

export function ThemeChoice() {
  const { settings } = useMessages();
  return (
    <Choice
      legend={settings.theme}
      options={THEMES}
      value={theme.use()}
      nameOf={(option) => settings.themeName[option]}
      onChange={theme.set}
    />
  );
}
