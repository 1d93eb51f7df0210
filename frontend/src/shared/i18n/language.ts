import { persisted } from "@/shared/store/persisted";

export const LANGUAGES = ["en", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

const isLanguage = (value: unknown): value is Language => LANGUAGES.some((known) => known === value);

/** The first language of the browser that we speak; English otherwise. */
export const preferredLanguage = (wanted: readonly string[]): Language =>
  wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? "en";

export const language = persisted<Language>(
  "bb.language",
  (stored) => (isLanguage(stored) ? stored : null),
  () => preferredLanguage(navigator.languages),
);
