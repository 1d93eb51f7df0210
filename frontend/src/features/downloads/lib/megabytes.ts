import type { Language } from "@/shared/i18n";

/** Bytes as people read them: 8_400_000 -> "8.4 MB". */
export function megabytes(bytes: number, language: Language): string {
  const digits = bytes < 10_000_000 ? 1 : 0;
  const format = new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${format.format(Math.max(bytes, 100_000) / 1_000_000)} MB`;
}
