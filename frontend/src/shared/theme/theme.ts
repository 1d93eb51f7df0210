import { persisted } from "@/shared/store/persisted";

export const THEMES = ["system", "dark", "light"] as const;
export type Theme = (typeof THEMES)[number];

const isTheme = (value: unknown): value is Theme => THEMES.some((known) => known === value);

export const theme = persisted<Theme>(
  "bb.theme",
  (stored) => (isTheme(stored) ? stored : null),
  () => "system",
);

/** Put the chosen theme on the document; "system" leaves the choice to the device. */
export function showTheme(chosen: Theme): void {
  if (chosen === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
}
