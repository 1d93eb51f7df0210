import type { Section } from "@/shared/api/types";
import styles from "./SectionStrip.module.css";

interface SectionStripProps {
  sections: readonly Section[];
  durationS: number;
}

/** A song at a glance: a bar for each section, as high as it is loud. */
export function SectionStrip({ sections, durationS }: SectionStripProps) {
  return (
    <svg
      className={styles.strip}
      viewBox={`0 0 ${durationS} 20`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {sections.map((section) => {
        const height = 6 + 14 * section.energy;
        return (
          <rect
            key={section.start_s}
            className={styles[section.label]}
            x={section.start_s}
            y={20 - height}
            width={Math.max(0, section.end_s - section.start_s - durationS / 150)}
            height={height}
          />
        );
      })}
    </svg>
  );
}
