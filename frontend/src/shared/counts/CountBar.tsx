import { COUNTS, isTap, type Count } from "./grid";
import styles from "./CountBar.module.css";

interface CountBarProps {
  /** How many of the eight marks are lit, 0..8; all of them when left out. */
  lit?: number;
  /** The mark that is being danced now. */
  current?: Count | null;
  className?: string | undefined;
}

const SPACING = 20;

/** The sign of the house: eight marks, 1 and 5 in their own colours, the taps hollow. An ornament: words say the rest. */
export function CountBar({ lit = 8, current = null, className }: CountBarProps) {
  return (
    <svg className={className} viewBox={`0 0 ${SPACING * 8} 24`} aria-hidden="true" focusable="false">
      {COUNTS.map((count) => (
        <Mark
          key={count}
          count={count}
          state={count === current ? "current" : count <= lit ? "lit" : "dim"}
        />
      ))}
    </svg>
  );
}

interface MarkProps {
  count: Count;
  state: "current" | "lit" | "dim";
}

function Mark({ count, state }: MarkProps) {
  const centre = SPACING * (count - 0.5);
  const kind = count === 1 ? "one" : count === 5 ? "five" : isTap(count) ? "tap" : "step";
  const className = [styles.mark, styles[kind], styles[state]].join(" ");
  if (kind === "tap") return <circle className={className} cx={centre} cy={12} r={4.2} />;
  if (kind === "step") return <circle className={className} cx={centre} cy={12} r={4} />;
  return <rect className={className} x={centre - 3.5} y={1} width={7} height={22} rx={3.5} />;
}
