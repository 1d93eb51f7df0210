import { useMessages } from "@/shared/i18n";
import { formatTime } from "@/shared/i18n/format";
import { useAtTime } from "@/shared/sound/clock";
import { IconButton } from "@/shared/ui/Button";
import { Toggle } from "@/shared/ui/Toggle";
import { useAwake } from "../hooks/useAwake";
import { usePlaying } from "../hooks/usePlaying";
import type { Practice } from "../hooks/usePractice";
import { habits, type Captions } from "../lib/memory";
import { usePracticeWords } from "../words";
import { SpeedControl } from "./SpeedControl";
import styles from "./Transport.module.css";

interface TransportProps {
  practice: Practice;
  captions: Captions;
  durationS: number;
  practising: boolean;
  onLoop: () => void;
  onPractise: () => void;
  onFullscreen: () => void;
  onHelp: () => void;
}

/** Everything one presses while practising. */
export function Transport({
  practice,
  captions,
  durationS,
  practising,
  onLoop,
  onPractise,
  onFullscreen,
  onHelp,
}: TransportProps) {
  const { player } = useMessages();
  const tools = usePracticeWords();
  const { mirrored } = habits.use();
  const playing = usePlaying(practice.videoRef);
  const second = useAtTime(practice.clock, Math.floor);
  useAwake(playing);

  return (
    <div className={styles.transport}>
      <div className={styles.line}>
        <p className={styles.time}>
          {formatTime(second)} <span>/ {formatTime(durationS)}</span>
        </p>
        <div className={styles.group}>
          <IconButton icon="previous" label={player.previousMove} onClick={() => practice.stepMove(-1)} />
          <IconButton
            icon={playing ? "pause" : "play"}
            label={playing ? player.pause : player.play}
            className={styles.play}
            onClick={practice.togglePlay}
          />
          <IconButton icon="next" label={player.nextMove} onClick={() => practice.stepMove(1)} />
        </div>
        <div className={`${styles.group} ${styles.last}`}>
          <IconButton
            icon="captions"
            label={player.captions}
            on={captions.on}
            onClick={() => captions.show(!captions.on)}
          />
          <IconButton icon="fullscreen" label={player.fullscreen} onClick={onFullscreen} />
          <IconButton icon="keyboard" label={player.shortcuts} className={styles.keyboard} onClick={onHelp} />
        </div>
      </div>
      <div className={styles.line}>
        <div className={styles.group}>
          <Toggle
            icon="loop"
            label={player.loopShort}
            title={player.loop}
            on={practice.looping.loop !== null}
            onToggle={onLoop}
          />
          <Toggle icon="mirror" label={player.mirror} on={mirrored} onToggle={practice.toggleMirror} />
          <Toggle icon="studio" label={tools.title} on={practising} onToggle={onPractise} />
        </div>
        <SpeedControl onStep={practice.changeSpeed} />
      </div>
    </div>
  );
}
