import { wordsIn } from "@/shared/i18n";
import { en } from "./en";
import { es } from "./es";

export const useAuthWords = wordsIn({ en, es });
