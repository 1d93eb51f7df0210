import { memo } from "react";
import type { Blueprint } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { formatTime } from "@/shared/i18n/format";
import { useAtTime, type Clock } from "@/shared/sound/clock";
import type { LoopControls } from "../hooks/usePracticeLoop";
import { segmentIndexAt } from "../lib/segments";
import { CountRuler } from "./CountRuler";
import { LoopHandles } from "./LoopHandles";
import { Playhead, SeekSlider } from "./SeekSlider";
import styles from "./Timeline.module.css";

interface TimelineProps {
  blueprint: Blueprint;
  durationS: number;
  clock: Clock;
  looping: LoopControls;
  onSeek: (timeS: number) => void;
}

/** The whole song as a count bar: sections above, the moves and their seams, the counts as a ruler, the playhead. */
export function Timeline({ blueprint, durationS, clock, looping, onSeek }: TimelineProps) {
  const { player } = useMessages();
  const second = useAtTime(clock, Math.floor);
  const current = useAtTime(clock, (timeS) => segmentIndexAt(blueprint.segments, timeS));
  const move = current === null ? null : (blueprint.segments[current]?.name ?? null);
  return (
    <div className={styles.timeline}>
      <Sections blueprint={blueprint} durationS={durationS} />
      <Moves blueprint={blueprint} durationS={durationS} current={current} loopIndex={looping.loopIndex} />
      <CountRuler grid={blueprint.grid} durationS={durationS} />
      <Playhead clock={clock} durationS={durationS} />
      <SeekSlider
        clock={clock}
        durationS={durationS}
        label={player.position}
        valueText={player.positionText(formatTime(second), formatTime(durationS), move)}
        onSeek={onSeek}
      />
      <LoopHandles grid={blueprint.grid} durationS={durationS} looping={looping} />
    </div>
  );
}

const span = (startS: number, endS: number, durationS: number) => ({
  left: `${(100 * startS) / durationS}%`,
  width: `${(100 * (endS - startS)) / durationS}%`,
});

type PartProps = Pick<TimelineProps, "blueprint" | "durationS">;

const Sections = memo(function Sections({ blueprint, durationS }: PartProps) {
  const { section: names } = useMessages();
  return (
    <div className={styles.sections} aria-hidden="true">
      {blueprint.sections.map(({ label, start_s, end_s }) => (
        <div
          key={start_s}
          className={styles.section}
          data-label={label}
          style={span(start_s, end_s, durationS)}
        >
          <span>{names[label]}</span>
        </div>
      ))}
    </div>
  );
});

interface MovesProps extends PartProps {
  current: number | null;
  loopIndex: number | null;
}

const Moves = memo(function Moves({ blueprint, durationS, current, loopIndex }: MovesProps) {
  return (
    <div className={styles.moves} aria-hidden="true">
      {blueprint.segments.map(({ target, seam }, index) => (
        <div
          key={target.start_s}
          className={styles.move}
          data-seam={seam.kind}
          data-current={index === current}
          data-looped={index === loopIndex}
          style={span(target.start_s, target.end_s, durationS)}
        />
      ))}
    </div>
  );
});
