import { useEffect, useRef, useState } from "react";
import { CountBar } from "@/shared/counts/CountBar";
import { countAt, type Count } from "@/shared/counts/grid";
import { useMessages } from "@/shared/i18n";
import { createClock, useAtTime, type Clock } from "@/shared/sound/clock";
import { runMediaClock } from "@/shared/sound/run-media-clock";
import { Button } from "@/shared/ui/Button";
import { Notice } from "@/shared/ui/Notice";
import { Toggle } from "@/shared/ui/Toggle";
import type { MoveDetail } from "../types";
import { useLibraryWords } from "../words";
import styles from "./MoveSheet.module.css";

const RATES = [1, 0.75, 0.5] as const;

/** A clip over and over, with its counts, slower where wanted, mirrored, with its sound or without. */
export function ClipPlayer({ move }: { move: MoveDetail }) {
  const words = useLibraryWords();
  const { player } = useMessages();
  const video = useRef<HTMLVideoElement>(null);
  const [clock] = useState(createClock);
  const [playing, setPlaying] = useState(false);
  const [rate, setRate] = useState<number>(1);
  const [mirrored, setMirrored] = useState(false);
  const [quiet, setQuiet] = useState(false);
  const [failed, setFailed] = useState(false);

  useEffect(() => (video.current ? runMediaClock(video.current, clock) : undefined), [clock]);
  useEffect(() => {
    if (video.current) video.current.playbackRate = rate;
  }, [rate]);

  const toggle = () => {
    if (!video.current?.paused) video.current?.pause();
    else void video.current.play().catch(() => setFailed(true));
  };
  if (move.clip_url === null) return <p className={styles.stage}>{words.noClip}</p>;
  return (
    <div className={styles.player}>
      <div className={styles.stage}>
        <video
          ref={video}
          className={styles.video}
          data-mirrored={mirrored}
          src={move.clip_url}
          {...(move.poster_url !== null && { poster: move.poster_url })}
          aria-label={move.name}
          loop
          playsInline
          preload="metadata"
          muted={quiet}
          onPlay={() => setPlaying(true)}
          onPause={() => setPlaying(false)}
          onError={() => setFailed(true)}
          onClick={toggle}
        />
        {move.grid && <NowCount clock={clock} grid={move.grid} />}
      </div>
      {move.grid && <CountLine clock={clock} grid={move.grid} />}
      {failed && (
        <Notice kind="trouble">
          <p>{words.clipFailed}</p>
        </Notice>
      )}
      <div className={styles.tools}>
        <Button look="primary" icon={playing ? "pause" : "play"} onClick={toggle}>
          {playing ? player.pause : player.play}
        </Button>
        <Toggle icon="mirror" label={player.mirror} on={mirrored} onToggle={() => setMirrored(!mirrored)} />
        <Toggle
          icon={quiet ? "mute" : "sound"}
          label={words.sound}
          on={!quiet}
          onToggle={() => setQuiet(!quiet)}
        />
        <div role="group" aria-label={player.speed} className={styles.tools}>
          {RATES.map((each) => (
            <Button
              key={each}
              look={each === rate ? "plain" : "quiet"}
              aria-pressed={each === rate}
              onClick={() => setRate(each)}
            >
              {Math.round(each * 100)} %
            </Button>
          ))}
        </div>
      </div>
    </div>
  );
}

type ClipGrid = NonNullable<MoveDetail["grid"]>;

/** The count that is danced now, large on the picture. */
function NowCount({ clock, grid }: { clock: Clock; grid: ClipGrid }) {
  const count = useAtTime<Count | null>(clock, (timeS) => countAt(grid, timeS));
  if (count === null) return null;
  return (
    <span className={styles.count} data-count={count} aria-hidden="true">
      {count}
    </span>
  );
}

function CountLine({ clock, grid }: { clock: Clock; grid: ClipGrid }) {
  const count = useAtTime<Count | null>(clock, (timeS) => countAt(grid, timeS));
  return <CountBar className={styles.bar} current={count} />;
}
