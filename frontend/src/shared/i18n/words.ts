import { language, type Language } from "./language";

/** The hook to the words of one feature; they are loaded with the feature, not with the first page. */
export const wordsIn =
  <Words>(catalogues: Record<Language, Words>) =>
  (): Words =>
    catalogues[language.use()];
