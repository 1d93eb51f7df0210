export { LanguageChoice } from "./LanguageChoice";
export { ThemeChoice } from "./ThemeChoice";
export { LanguageSwitch } from "./LanguageSwitch";
