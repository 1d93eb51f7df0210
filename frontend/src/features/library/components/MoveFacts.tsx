import { useMessages } from "@/shared/i18n";
import type { MoveDetail } from "../types";
import { useLibraryWords } from "../words";
import styles from "./MoveSheet.module.css";

/** The labels and counts of a move. */
export function MoveFacts({ move }: { move: MoveDetail }) {
  const words = useLibraryWords();
  const names = useMessages();
  const beats = move.grid?.beat_times_s.length ?? 0;
  const entries = [1, 5]
    .filter((count) => move.cut_points.some((point) => point.count === count))
    .map(words.theCount);
  const facts: [string, string][] = [
    [words.category, names.category[move.category]],
    [names.generate.difficulty, names.difficulty[move.difficulty]],
    [names.generate.energy, names.energy[move.energy]],
    [names.generate.style, move.style === null ? words.unsaid : names.style[move.style]],
    [words.focus, move.role_focus === null ? words.both : words.roles[move.role_focus]],
    [words.tempo, names.songs.tempo(move.tempo_bpm)],
    [words.length, `${names.player.counts(beats)} · ${words.seconds(move.duration_s)}`],
    [words.entries, entries.length === 0 ? words.entryUnknown : entries.reduce(words.either)],
    ...(move.flag_reason ? [[words.heldBack, move.flag_reason] satisfies [string, string]] : []),
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
