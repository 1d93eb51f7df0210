import type { Segment } from "@/shared/api/types";
import { formatTime } from "@/shared/i18n/format";
import { moveNumberAt } from "../lib/places";
import type { ChangedPlace } from "../types";
import { useChatWords } from "../words";
import styles from "./DiffList.module.css";

interface DiffListProps {
  places: readonly ChangedPlace[];
  /** The plan as it is danced now; empty while it is not here yet. */
  segments: readonly Segment[];
}

const IN_VIEW = 5;

/** What an edit changed, place by place: "Move 4 · 0:32  Dip → Lady turn". */
export function DiffList({ places, segments }: DiffListProps) {
  const words = useChatWords();
  if (places.length === 0) return null;
  const rows = (from: number, to?: number) => (
    <ul className={styles.rows}>
      {places.slice(from, to).map((place) => (
        <DiffRow key={`${place.first_beat} ${place.before ?? ""}`} {...{ place, segments }} />
      ))}
    </ul>
  );
  return (
    <section className={styles.diff}>
      <h3>{words.changed}</h3>
      {rows(0, IN_VIEW)}
      {places.length > IN_VIEW && (
        <details>
          <summary className={styles.more}>{words.allChanges(places.length)}</summary>
          {rows(IN_VIEW)}
        </details>
      )}
    </section>
  );
}

function DiffRow({ place, segments }: { place: ChangedPlace; segments: readonly Segment[] }) {
  const words = useChatWords();
  const number = moveNumberAt(place, segments);
  const time = formatTime(place.time_s);
  const { before, after } = place;
  return (
    <li className={styles.row}>
      <span className={styles.place}>{number === null ? time : `${words.move(number)} · ${time}`}</span>
      {before !== null && after !== null && (
        <span>
          <del>{before}</del> → <ins>{after}</ins>
        </span>
      )}
      {before === null && <ins>{words.isNew(after ?? "")}</ins>}
      {after === null && <del>{words.isGone(before ?? "")}</del>}
    </li>
  );
}
