import { useEffect, useRef, type ReactNode, type SyntheticEvent } from "react";
import { tellPractice } from "../api/practice";

const TELL_EVERY_S = 60;

interface PracticeMeterProps {
  /** Null: the dance is in no collection, so nothing is counted. */
  savedId: string | null;
  children: ReactNode;
}

/** Counts how long the video inside is danced to, and tells the collection: at a pause, every minute, and on leaving. */
export function PracticeMeter({ savedId, children }: PracticeMeterProps) {
  const meter = useRef({ practisedS: 0, stoppedAtS: 0, lastMs: -Infinity });

  useEffect(() => {
    if (savedId === null) return;
    const told = meter.current;
    const tell = () => void tellMeter(savedId, told);
    window.addEventListener("pagehide", tell);
    return () => {
      window.removeEventListener("pagehide", tell);
      tell();
    };
  }, [savedId]);

  const count = ({ target, timeStamp }: SyntheticEvent) => {
    if (!(target instanceof HTMLVideoElement) || savedId === null) return;
    const told = meter.current;
    const elapsedS = (timeStamp - told.lastMs) / 1000;
    if (!target.paused && elapsedS < 2) told.practisedS += elapsedS; // Longer gaps are sleep, not practice.
    told.lastMs = timeStamp;
    told.stoppedAtS = target.currentTime;
    if (told.practisedS >= TELL_EVERY_S) void tellMeter(savedId, told);
  };
  const pause = (event: SyntheticEvent) => {
    count(event);
    if (savedId !== null) void tellMeter(savedId, meter.current);
  };
  return (
    <div onTimeUpdateCapture={count} onPauseCapture={pause}>
      {children}
    </div>
  );
}

interface Meter {
  practisedS: number;
  stoppedAtS: number;
}

async function tellMeter(savedId: string, meter: Meter): Promise<void> {
  if (meter.practisedS < 1) return;
  const { practisedS, stoppedAtS } = meter;
  meter.practisedS = 0;
  await tellPractice(savedId, practisedS, stoppedAtS);
}
