import type { SongDetail } from "@/shared/api/types";
import { formatTime } from "@/shared/i18n/format";
import type { Clock } from "@/shared/sound/clock";
import { ApiProblem } from "@/shared/api/problem";
import { Button } from "@/shared/ui/Button";
import { Notice } from "@/shared/ui/Notice";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useChangeCounts } from "../api/song";
import type { Correction, CorrectionStep } from "../types";
import { useSongPageWords } from "../words";
import styles from "./CountTools.module.css";

const NUDGE_MS = 10;

interface CountToolsProps {
  song: SongDetail;
  clock: Clock;
}

/** Put the counts right by ear: each tool is one step, heard at once and taken back at will. */
export function CountTools({ song, clock }: CountToolsProps) {
  const words = useSongPageWords();
  const { mutate, error, isPending, data } = useChangeCounts(song.id);
  const holding = song.corrections.filter((step) => step.undone_at === null);
  const here = () => Math.min(clock.timeS(), song.duration_s);
  const tool = (label: string, correction: () => Correction) => (
    <Button onClick={() => mutate(correction())}>{label}</Button>
  );
  return (
    <section className={styles.tools} aria-labelledby="count-tools">
      <h2 id="count-tools">{words.toolsTitle}</h2>
      <p className={styles.quiet}>{words.toolsHint}</p>
      <fieldset className={styles.group}>
        <legend>{words.whereIsOne}</legend>
        <Button look="primary" onClick={() => mutate({ kind: "count_one_here", time_s: here() })}>
          {words.oneHere}
        </Button>
        {tool(words.oneFrom, () => ({ kind: "count_one_from", time_s: here() }))}
        {tool(words.beatEarlier, () => ({ kind: "shift_beats", beats: -1 }))}
        {tool(words.beatLater, () => ({ kind: "shift_beats", beats: 1 }))}
        {tool(words.swap, () => ({ kind: "swap_one_and_five" }))}
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{words.beatsLegend}</legend>
        {tool(words.half, () => ({ kind: "half_tempo" }))}
        {tool(words.double, () => ({ kind: "double_tempo" }))}
        {tool(words.nudge(-NUDGE_MS), () => ({ kind: "nudge", offset_ms: -NUDGE_MS }))}
        {tool(words.nudge(NUDGE_MS), () => ({ kind: "nudge", offset_ms: NUDGE_MS }))}
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{words.halfPhraseLegend}</legend>
        {tool(words.insertHalf, () => ({ kind: "insert_half_phrase", time_s: here() }))}
        {tool(words.removeHalf, () => ({ kind: "remove_half_phrase", time_s: here() }))}
      </fieldset>
      <div className={styles.group}>
        <Button icon="undo" disabled={holding.length === 0} onClick={() => mutate("undo")}>
          {words.undo}
        </Button>
        <Button look="quiet" disabled={holding.length === 0} onClick={() => mutate("reset")}>
          {words.reset}
        </Button>
      </div>
      <p role="status" className={styles.quiet}>
        {isPending ? words.changing : data && words.changed(song.tempo_bpm ?? 0)}
      </p>
      {error && <CountProblem error={error} />}
      <Steps steps={holding} />
    </section>
  );
}

function CountProblem({ error }: { error: unknown }) {
  const words = useSongPageWords();
  const known = error instanceof ApiProblem ? words.byCode[error.code] : undefined;
  if (known === undefined) return <ProblemNotice error={error} />;
  return (
    <Notice kind="trouble">
      <p>{known}</p>
    </Notice>
  );
}

/** The corrections that hold, oldest first. */
function Steps({ steps }: { steps: readonly CorrectionStep[] }) {
  const words = useSongPageWords();
  if (steps.length === 0) return null;
  return (
    <details className={styles.steps}>
      <summary>{words.steps(steps.length)}</summary>
      <ol>
        {steps.map((step) => (
          <li key={step.made_at}>
            {words.step[step.kind](
              formatTime(step.time_s ?? 0),
              step.beats ?? Math.round(step.offset_ms ?? 0),
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
