import { CATEGORIES, DIFFICULTIES, ENERGIES, STYLES } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { Waiting } from "@/shared/ui/Waiting";
import { useMoveStatistics } from "../api/moves";
import { useLibraryWords } from "../words";
import styles from "./Numbers.module.css";

/** The library counted: by category, difficulty, energy and style. */
export function LibraryNumbers() {
  const words = useLibraryWords();
  const names = useMessages();
  const { data: numbers, error } = useMoveStatistics();
  if (error) return <ProblemNotice error={error} />;
  if (!numbers)
    return (
      <div className={styles.waiting}>
        <Waiting />
      </div>
    );
  const { slowest_bpm, fastest_bpm } = numbers;
  return (
    <section className={styles.numbers}>
      <h2>{words.numbersTitle}</h2>
      <p>
        {words.totals(numbers.total, numbers.own, Math.round(numbers.duration_s / 60))}
        {slowest_bpm !== null && fastest_bpm !== null && ` ${words.between(slowest_bpm, fastest_bpm)}`}
        {numbers.flagged !== null && ` ${words.flagged(numbers.flagged)}`}
      </p>
      <div className={styles.columns}>
        <Counted
          title={words.category}
          names={names.category}
          order={CATEGORIES}
          counts={numbers.by_category}
        />
        <div className={styles.stack}>
          <Counted
            title={names.generate.difficulty}
            names={names.difficulty}
            order={DIFFICULTIES}
            counts={numbers.by_difficulty}
          />
          <Counted
            title={names.generate.energy}
            names={names.energy}
            order={ENERGIES}
            counts={numbers.by_energy}
          />
          <Counted
            title={names.generate.style}
            names={names.style}
            order={STYLES}
            counts={numbers.by_style}
          />
        </div>
      </div>
    </section>
  );
}

interface CountedProps<T extends string> {
  title: string;
  names: Record<T, string>;
  order: readonly T[];
  counts: Readonly<Record<string, number>>;
}

function Counted<T extends string>({ title, names, order, counts }: CountedProps<T>) {
  const most = Math.max(1, ...Object.values(counts));
  return (
    <table className={styles.counted}>
      <caption>{title}</caption>
      <tbody>
        {order.map((name) => {
          const count = counts[name] ?? 0;
          return (
            <tr key={name}>
              <th scope="row">{names[name]}</th>
              <td>{count}</td>
              <td aria-hidden="true">
                <span className={styles.bar} style={{ width: `${(100 * count) / most}%` }} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
