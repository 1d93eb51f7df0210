import type { Grid } from "@/shared/api/types";
import { language } from "@/shared/i18n";
import { Choice } from "@/shared/ui/Choice";
import { Toggle } from "@/shared/ui/Toggle";
import type { Practice } from "../hooks/usePractice";
import { LADDER_ROUNDS, type LadderRounds } from "../lib/ladder";
import { COUNT_SOUNDS, habits } from "../lib/memory";
import { canSpeak } from "../lib/voice";
import { usePracticeWords } from "../words";
import { LoopTools } from "./LoopTools";
import styles from "./PracticePanel.module.css";
import { SavedLoops, type LoopShelf } from "./SavedLoops";

interface PracticePanelProps {
  grid: Grid;
  practice: Practice;
  shelf: LoopShelf;
}

/** The tools of the studio: what comes again, how it gets faster, and who counts. */
export function PracticePanel({ grid, practice, shelf }: PracticePanelProps) {
  const words = usePracticeWords();
  const chosen = habits.use();
  return (
    <section className={styles.panel} aria-label={words.title}>
      <LoopTools grid={grid} looping={practice.looping} />
      <SavedLoops grid={grid} looping={practice.looping} shelf={shelf} />
      <SpeedLadder rounds={practice.rounds} />
      <CountSounds />
      <div>
        <Toggle
          icon="countIn"
          label={words.countIn}
          on={chosen.countIn}
          onToggle={() => habits.set({ ...chosen, countIn: !chosen.countIn })}
        />
      </div>
    </section>
  );
}

const LADDER_OPTIONS = ["off", ...LADDER_ROUNDS.map(String)];

function SpeedLadder({ rounds }: { rounds: number }) {
  const words = usePracticeWords();
  const chosen = habits.use();
  const needed = chosen.ladder;
  return (
    <div className={styles.group}>
      <Choice
        legend={words.ladder}
        options={LADDER_OPTIONS}
        value={String(needed ?? "off")}
        nameOf={(option) => (option === "off" ? words.ladderOff : words.ladderRounds(Number(option)))}
        onChange={(option) =>
          habits.set({ ...chosen, ladder: option === "off" ? null : (Number(option) as LadderRounds) })
        }
      />
      <p className={styles.hint}>{needed === null ? words.ladderHint : words.rounds(rounds, needed)}</p>
    </div>
  );
}

function CountSounds() {
  const words = usePracticeWords();
  const chosen = habits.use();
  const speaks = canSpeak(language.use());
  const options = COUNT_SOUNDS.filter((sound) => sound !== "voice" || speaks);
  return (
    <div className={styles.group}>
      <Choice
        legend={words.counts}
        options={options}
        value={options.includes(chosen.counts) ? chosen.counts : "off"}
        nameOf={(sound) => words.sound[sound]}
        onChange={(counts) => habits.set({ ...chosen, counts })}
      />
      {!speaks && <p className={styles.hint}>{words.noVoice}</p>}
    </div>
  );
}
