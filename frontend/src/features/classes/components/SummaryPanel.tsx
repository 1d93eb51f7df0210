import { useMessages } from "@/shared/i18n";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useSummary } from "../api/plans";
import type { ClassSummary, Plan } from "../types";
import { useClassWords } from "../words";
import { MinuteBar } from "./MinuteBar";
import styles from "./SummaryPanel.module.css";

/** A class at a glance: its minutes, the moves it covers, and what it lacks. */
export function SummaryPanel({ plan }: { plan: Plan }) {
  const words = useClassWords();
  const { data: summary, error } = useSummary(plan.id);
  return (
    <section className={styles.panel}>
      <h2>{words.summary}</h2>
      {error && <ProblemNotice error={error} />}
      {summary && (
        <>
          <Time summary={summary} />
          <Moves summary={summary} />
          <Missing summary={summary} plan={plan} />
        </>
      )}
    </section>
  );
}

function Time({ summary }: { summary: ClassSummary }) {
  const words = useClassWords();
  const { planned_minutes, item_minutes, left_minutes } = summary;
  const rest =
    left_minutes === 0
      ? words.timeFits
      : left_minutes > 0
        ? words.timeLeft(left_minutes)
        : words.timeOver(-left_minutes);
  return (
    <div className={styles.time}>
      <MinuteBar taken={item_minutes} planned={planned_minutes} />
      <p>
        <strong>{words.timeUsed(item_minutes, planned_minutes)}</strong> · {rest}
      </p>
    </div>
  );
}

function Moves({ summary: { moves } }: { summary: ClassSummary }) {
  const words = useClassWords();
  const { category, difficulty } = useMessages();
  return (
    <div>
      <h3>{words.moves}</h3>
      {moves.length === 0 ? (
        <p className={styles.quiet}>{words.noMoves}</p>
      ) : (
        <ul className={styles.moves}>
          {moves.map((move) => (
            <li key={move.move_id} title={`${category[move.category]} · ${difficulty[move.difficulty]}`}>
              {move.name}
              {move.times > 1 && <span> ×{move.times}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Missing({ summary: { missing }, plan }: { summary: ClassSummary; plan: Plan }) {
  const words = useClassWords();
  if (missing.length === 0) return <p className={styles.complete}>{words.complete}</p>;
  return (
    <div>
      <h3>{words.missing}</h3>
      <ul className={styles.missing}>
        {missing.map(({ code, detail, item_id }) => {
          const part = plan.items.find(({ id }) => id === item_id)?.title;
          const gap = words.gaps[code] ?? detail;
          return <li key={code + (item_id ?? "")}>{part === undefined ? gap : words.gapOf(part, gap)}</li>;
        })}
      </ul>
    </div>
  );
}
