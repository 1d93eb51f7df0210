import { memo, useEffect, useRef } from "react";
import type { SongDetail } from "@/shared/api/types";
import { countAt, isTap } from "@/shared/counts/grid";
import { useMessages } from "@/shared/i18n";
import { formatTime } from "@/shared/i18n/format";
import { useAtTime, type Clock } from "@/shared/sound/clock";
import { marksIn, showsAllCounts } from "../lib/marks";
import { HEIGHT, outlinePath, WIDTH } from "../lib/outline";
import { percentOf, type View } from "../lib/view";
import type { SongGrid } from "../types";
import { useSongPageWords } from "../words";
import styles from "./Waveform.module.css";

interface WaveformProps {
  song: SongDetail;
  view: View;
  clock: Clock;
  onSeek: (timeS: number) => void;
}

/** The song as it sounds, its sections above and its counts below. The browser's own slider lies over it, unseen. */
export function Waveform({ song, view, clock, onSeek }: WaveformProps) {
  const words = useSongPageWords();
  const { grid, duration_s } = song;
  const second = useAtTime(clock, Math.floor);
  const count = useAtTime(clock, (timeS) => grid && countAt(grid, timeS));
  return (
    <div className={styles.room}>
      <Sections sections={song.sections} view={view} />
      <Outline waveform={song.waveform} durationS={duration_s} view={view} />
      {grid && <Marks grid={grid} view={view} />}
      <Playhead clock={clock} view={view} />
      <Slider
        clock={clock}
        view={view}
        label={words.position}
        valueText={words.positionText(formatTime(second), formatTime(duration_s), count)}
        onSeek={onSeek}
      />
    </div>
  );
}

interface SectionsProps {
  sections: SongDetail["sections"];
  view: View;
}

const Sections = memo(function Sections({ sections, view }: SectionsProps) {
  const { section: names } = useMessages();
  const inView = sections.filter(({ start_s, end_s }) => end_s > view.startS && start_s < view.endS);
  return (
    <div className={styles.sections} aria-hidden="true">
      {inView.map(({ label, start_s, end_s }) => {
        const left = Math.max(0, percentOf(view, start_s));
        const right = Math.min(100, percentOf(view, end_s));
        return (
          <span key={start_s} data-label={label} style={{ left: `${left}%`, width: `${right - left}%` }}>
            <b>{names[label]}</b>
          </span>
        );
      })}
    </div>
  );
});

interface OutlineProps {
  waveform: SongDetail["waveform"];
  durationS: number;
  view: View;
}

const Outline = memo(function Outline({ waveform, durationS, view }: OutlineProps) {
  return (
    <svg
      className={styles.outline}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={outlinePath(waveform, durationS, view)} />
    </svg>
  );
});

/** 1 and 5 stand out in their colours and are named; the tap is hollow. */
const Marks = memo(function Marks({ grid, view }: { grid: SongGrid; view: View }) {
  const named = showsAllCounts(view);
  return (
    <div className={styles.marks} data-named={named} aria-hidden="true">
      {marksIn(grid, view).map(({ beat, timeS, count }) => (
        <span
          key={beat}
          className={styles.mark}
          data-count={count}
          data-tap={isTap(count)}
          style={{ left: `${percentOf(view, timeS)}%` }}
        >
          {named && <b>{count}</b>}
        </span>
      ))}
    </div>
  );
});

function Playhead({ clock, view }: { clock: Clock; view: View }) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const follow = () => {
      if (line.current) line.current.style.left = `${percentOf(view, clock.timeS())}%`;
    };
    follow();
    return clock.subscribe(follow);
  }, [clock, view]);
  return <div ref={line} className={styles.playhead} />;
}

interface SliderProps {
  clock: Clock;
  view: View;
  label: string;
  valueText: string;
  onSeek: (timeS: number) => void;
}

function Slider({ clock, view, label, valueText, onSeek }: SliderProps) {
  const slider = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const follow = () => {
      if (slider.current) slider.current.value = clock.timeS().toFixed(2);
    };
    follow();
    return clock.subscribe(follow);
  }, [clock, view]);
  return (
    <input
      ref={slider}
      type="range"
      className={styles.slider}
      min={view.startS}
      max={view.endS}
      step={0.01}
      defaultValue={0}
      aria-label={label}
      aria-valuetext={valueText}
      onChange={({ target }) => onSeek(Number(target.value))}
    />
  );
}
