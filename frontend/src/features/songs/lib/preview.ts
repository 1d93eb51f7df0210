import type { Section } from "@/shared/api/types";

/** Long enough to know whether one wants to dance to it. */
export const PREVIEW_S = 20;

/** Where a preview starts: at the first chorus, which people know a song by; else at its start. */
export function previewStartS(sections: readonly Section[]): number {
  return sections.find((section) => section.label === "chorus")?.start_s ?? 0;
}
