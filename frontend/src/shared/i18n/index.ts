import { en, type Messages } from "./en";
import { es } from "./es";
import { language, type Language } from "./language";

const catalogues: Record<Language, Messages> = { en, es };

/** The words of the chosen language. */
export const useMessages = (): Messages => catalogues[language.use()];

export { wordsIn } from "./words";
export { language, LANGUAGES, type Language } from "./language";
export type { Messages } from "./en";
