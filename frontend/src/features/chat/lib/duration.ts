import type { Language } from "@/shared/i18n";

/** Write how long a step took: "40 ms", "1.2 s". */
export function formatTook(milliseconds: number, language: Language): string {
  if (milliseconds < 1000) return `${milliseconds} ms`;
  const seconds = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(milliseconds / 1000);
  return `${seconds} s`;
}
