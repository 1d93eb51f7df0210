import type { Language } from "./language";

/** Write seconds as minutes and seconds: 75.9 -> "1:15". */
export function formatTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** Write a moment as a short date and time in the reader's own zone. */
export const formatMoment = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(regionOf(language), {
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
  }).format(new Date(iso));

/** The reader's own flavour of a language: an Irish reader writes dates the Irish way. */
const regionOf = (language: Language): string =>
  navigator.languages.find((tag) => tag.startsWith(language)) ?? language;

/** Write a day as people say it: "4 Nov 2026". */
export const formatDay = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(regionOf(language), { day: "numeric", month: "short", year: "numeric" }).format(
    new Date(iso.length === 10 ? `${iso}T12:00:00` : iso),
  );
