import type { Grid } from "@/shared/api/types";
import { formatTime } from "@/shared/i18n/format";
import { Button } from "@/shared/ui/Button";
import { Choice } from "@/shared/ui/Choice";
import type { LoopControls } from "../hooks/usePracticeLoop";
import { LOOP_KINDS, secondsOf } from "../lib/range";
import { usePracticeWords } from "../words";
import styles from "./LoopTools.module.css";

const OPTIONS = ["off", ...LOOP_KINDS] as const;

/** What is looped: a move, a phrase, or any counts whose ends one sets while the song runs. */
export function LoopTools({ grid, looping }: { grid: Grid; looping: LoopControls }) {
  const words = usePracticeWords();
  const { loop } = looping;
  const seconds = loop && secondsOf(grid, loop);
  return (
    <div className={styles.tools}>
      <Choice
        legend={words.loop}
        options={OPTIONS}
        value={loop?.kind ?? "off"}
        nameOf={(kind) => words.kind[kind]}
        onChange={(kind) => looping.choose(kind === "off" ? null : kind)}
      />
      <p className={styles.now}>
        {loop && seconds
          ? words.loopNow(formatTime(seconds.startS), formatTime(seconds.endS), loop.endBeat - loop.firstBeat)
          : words.noLoop}
      </p>
      <div className={styles.ends}>
        <Button onClick={() => looping.markEnd("first")}>{words.setStart}</Button>
        <Button onClick={() => looping.markEnd("last")}>{words.setEnd}</Button>
      </div>
    </div>
  );
}
