import { language } from "@/shared/i18n";
import { formatDay } from "@/shared/i18n/format";
import { usePractised } from "../api/plans";
import { useClassWords } from "../words";
import styles from "./PractisedTable.module.css";

/** Who practised, as the students told it. */
export function PractisedTable({ planId }: { planId: string }) {
  const words = useClassWords();
  const spoken = language.use();
  const rows = usePractised(planId).data?.results;
  return (
    <section className={styles.practised}>
      <h2>{words.practised}</h2>
      {rows?.length === 0 && <p className={styles.quiet}>{words.nobodyPractised}</p>}
      {rows && rows.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.student}</th>
              <th scope="col">{words.day}</th>
              <th scope="col">{words.minutes}</th>
              <th scope="col">{words.group}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, student, practised_on, minutes, label }) => (
              <tr key={id}>
                <td>{student}</td>
                <td>{formatDay(practised_on, spoken)}</td>
                <td>{minutes}</td>
                <td>{label}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
