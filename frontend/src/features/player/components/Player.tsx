import { useRef, useState, type ReactNode } from "react";
import type { Segment, TaskResult } from "@/shared/api/types";
import type { ShortcutName } from "@/shared/i18n/en";
import { useDeviceCaptions } from "../hooks/useDeviceCaptions";
import { useGestures } from "../hooks/useGestures";
import { usePractice } from "../hooks/usePractice";
import { useShortcuts } from "../hooks/useShortcuts";
import { toggleFullscreen } from "../lib/fullscreen";
import type { Captions } from "../lib/memory";
import { BigCount } from "./BigCount";
import { Compromises } from "./Compromises";
import { MoveList } from "./MoveList";
import { NowPanel } from "./NowPanel";
import styles from "./Player.module.css";
import { PracticePanel } from "./PracticePanel";
import type { LoopShelf } from "./SavedLoops";
import { ShortcutSheet } from "./ShortcutSheet";
import { Timeline } from "./Timeline";
import { Transport } from "./Transport";
import { VideoStage } from "./VideoStage";

interface PlayerProps {
  taskId: string;
  title: string;
  result: TaskResult;
  shelf: LoopShelf;
  /** Whose word on captions counts; this device's where nobody else's is given. */
  captions?: Captions;
  /** What stands above the list of moves, and beside each of them. */
  aboveMoves?: ReactNode;
  toolsFor?: (segment: Segment) => ReactNode;
  onExpired: () => Promise<unknown>;
}

/** The result of a task: the video, the count bar under it, the moves beside it, and the tools to practise. */
export function Player(props: PlayerProps) {
  const { taskId, title, result, shelf, aboveMoves, toolsFor, onExpired } = props;
  const here = useDeviceCaptions();
  const captions = props.captions ?? here;
  const { blueprint, duration_s: durationS } = result;
  const practice = usePractice(taskId, blueprint);
  const screen = useRef<HTMLDivElement>(null);
  const [helping, setHelping] = useState(false);
  const [practising, setPractising] = useState(false);
  const { clock, looping, counting, seek } = practice;
  const fullscreen = () => toggleFullscreen(screen.current, practice.videoRef.current);
  const toggleLoop = () => looping.choose(looping.loop ? null : "move");
  const gestures = useGestures({
    onTap: practice.togglePlay,
    onDoubleTap: (side) => practice.stepCounts(8 * side),
    onSwipe: practice.stepMove,
  });

  const actions: Record<ShortcutName, () => void> = {
    play: practice.togglePlay,
    countBack: () => practice.stepCounts(-1),
    countForward: () => practice.stepCounts(1),
    phraseBack: () => practice.stepCounts(-8),
    phraseForward: () => practice.stepCounts(8),
    previousMove: () => practice.stepMove(-1),
    nextMove: () => practice.stepMove(1),
    loop: toggleLoop,
    loopStart: () => looping.markEnd("first"),
    loopEnd: () => looping.markEnd("last"),
    mirror: practice.toggleMirror,
    slower: () => practice.changeSpeed(-1),
    faster: () => practice.changeSpeed(1),
    captions: () => captions.show(!captions.on),
    fullscreen,
    help: () => setHelping(true),
  };
  useShortcuts((name) => actions[name]());

  return (
    <div className={styles.player}>
      <div ref={screen} className={styles.screen}>
        <div className={styles.stage}>
          <VideoStage
            videoRef={practice.videoRef}
            {...{ result, title, gestures, onExpired }}
            captions={captions.on}
          />
          <BigCount grid={blueprint.grid} {...{ clock, counting }} className={styles.overlay} />
        </div>
        <div className={styles.deck}>
          <Timeline {...{ blueprint, durationS, clock, looping }} onSeek={seek} />
          <Transport
            {...{ practice, durationS, practising, captions }}
            onLoop={toggleLoop}
            onPractise={() => setPractising((shown) => !shown)}
            onFullscreen={fullscreen}
            onHelp={() => setHelping(true)}
          />
        </div>
      </div>
      <div className={styles.studio}>
        <NowPanel {...{ blueprint, clock, counting }} loopIndex={looping.loopIndex} onSeek={seek} />
        {practising && <PracticePanel grid={blueprint.grid} practice={practice} shelf={shelf} />}
      </div>
      <div className={styles.side}>
        {aboveMoves}
        <Compromises sentences={blueprint.compromises} />
        <MoveList
          segments={blueprint.segments}
          clock={clock}
          loopIndex={looping.loopIndex}
          onJump={practice.jumpTo}
          toolsFor={toolsFor}
        />
      </div>
      {helping && <ShortcutSheet onClose={() => setHelping(false)} />}
    </div>
  );
}
