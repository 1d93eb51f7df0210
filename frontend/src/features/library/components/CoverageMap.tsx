import { Fragment } from "react";
import { ENERGIES } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { Waiting } from "@/shared/ui/Waiting";
import { useCoverage } from "../api/moves";
import { coverageTable, type Cell } from "../lib/coverage";
import { useLibraryWords } from "../words";
import styles from "./Numbers.module.css";

/** Which of the 36 wishes find enough moves, and which clips would help most. */
export function CoverageMap() {
  const words = useLibraryWords();
  const { energy, difficulty, style } = useMessages();
  const { data: coverage, error } = useCoverage();
  if (error) return <ProblemNotice error={error} />;
  if (!coverage) return <Waiting />;
  return (
    <section className={styles.numbers}>
      <h2>{words.coverageTitle}</h2>
      <p>{words.coverageHint}</p>
      <div className={styles.wide} tabIndex={0} role="region" aria-label={words.coverageTitle}>
        <table className={styles.coverage}>
          <thead>
            <tr>
              <th scope="col">{words.wish}</th>
              {ENERGIES.map((each) => (
                <th key={each} scope="col">
                  {words.energyOf(energy[each])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {coverageTable(coverage.cells).map(([level, rows]) => (
              <Fragment key={level}>
                <tr>
                  <th scope="rowgroup" colSpan={1 + ENERGIES.length}>
                    {difficulty[level]}
                  </th>
                </tr>
                {rows.map((row) => (
                  <tr key={row.style}>
                    <th scope="row">{style[row.style]}</th>
                    {row.cells.map((cell, index) => (
                      <CellShown key={ENERGIES[index]} cell={cell} />
                    ))}
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      {coverage.gaps.length > 0 && (
        <>
          <h3>{words.gapsTitle}</h3>
          <ol className={styles.gaps}>
            {coverage.gaps.slice(0, 8).map((gap) => (
              <li key={`${gap.difficulty} ${gap.energy} ${gap.style}`}>
                {words.gap(
                  words.wishNamed(difficulty[gap.difficulty], energy[gap.energy], style[gap.style]),
                  gap.cells,
                )}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function CellShown({ cell }: { cell: Cell | null }) {
  const words = useLibraryWords();
  if (cell === null) return <td>–</td>;
  const state = cell.empty ? "empty" : cell.thin ? "thin" : "served";
  return (
    <td data-state={state}>
      {cell.moves} <small>{words.cell[state]}</small>
    </td>
  );
}
