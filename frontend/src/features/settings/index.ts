export { LanguageChoice } from "./LanguageChoice";
export { ThemeChoice } from "./ThemeChoice";
