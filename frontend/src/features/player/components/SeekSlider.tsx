import { useEffect, useRef } from "react";
import type { Clock } from "@/shared/sound/clock";
import styles from "./SeekSlider.module.css";

interface SeekSliderProps {
  clock: Clock;
  durationS: number;
  label: string;
  valueText: string;
  onSeek: (timeS: number) => void;
}

/** The browser's own slider over the whole timeline, unseen: it brings touch, drag, keyboard and readers along. */
export function SeekSlider({ clock, durationS, label, valueText, onSeek }: SeekSliderProps) {
  const slider = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const follow = () => {
      if (slider.current) slider.current.value = clock.timeS().toFixed(2);
    };
    follow();
    return clock.subscribe(follow);
  }, [clock]);

  return (
    <input
      ref={slider}
      type="range"
      className={styles.slider}
      min={0}
      max={durationS}
      step={0.01}
      defaultValue={0}
      aria-label={label}
      aria-valuetext={valueText}
      onChange={(event) => onSeek(Number(event.target.value))}
    />
  );
}

/** The line that runs through the song. */
export function Playhead({ clock, durationS }: Pick<SeekSliderProps, "clock" | "durationS">) {
  const line = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const follow = () => {
      if (line.current) line.current.style.left = `${(100 * clock.timeS()) / durationS}%`;
    };
    follow();
    return clock.subscribe(follow);
  }, [clock, durationS]);

  return <div ref={line} className={styles.playhead} />;
}
