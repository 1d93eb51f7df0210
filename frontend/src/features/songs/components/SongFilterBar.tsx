import { useId, useState } from "react";
import { Button } from "@/shared/ui/Button";
import { Field } from "@/shared/ui/Field";
import { Select } from "@/shared/ui/Select";
import { Toggle } from "@/shared/ui/Toggle";
import { filterCount, tempoOf, unfiltered, type SongFilters } from "../lib/filters";
import { SONG_ORDERS } from "../types";
import { useSongWords } from "../words";
import styles from "./SongFilterBar.module.css";

interface SongFilterBarProps {
  filters: SongFilters;
  /** Genres that the songs in sight have. */
  genres: readonly string[];
  onChange: (part: Partial<SongFilters>) => void;
}

/** Order, tempo, genre and whose songs; what narrows stays folded until somebody asks. */
export function SongFilterBar({ filters, genres, onChange }: SongFilterBarProps) {
  const words = useSongWords();
  const count = filterCount(filters);
  const [open, setOpen] = useState(count > 0);
  const genreList = useId();
  const isOdd = (text: string) => (text.trim() !== "" && tempoOf(text) === null ? words.noTempo : undefined);
  return (
    <>
      <div className={styles.bar}>
        <Button icon="filter" aria-expanded={open} onClick={() => setOpen(!open)}>
          {words.filters(count)}
        </Button>
        <Select
          label={words.order}
          options={SONG_ORDERS}
          value={filters.order}
          nameOf={(order) => words.orders[order]}
          onChange={(order) => onChange({ order })}
        />
      </div>
      {open && (
        <div className={styles.panel}>
          <Field
            label={words.tempoFrom}
            inputMode="numeric"
            placeholder="110"
            value={filters.tempoFrom}
            problem={isOdd(filters.tempoFrom)}
            onChange={({ target }) => onChange({ tempoFrom: target.value })}
          />
          <Field
            label={words.tempoTo}
            inputMode="numeric"
            placeholder="140"
            value={filters.tempoTo}
            problem={isOdd(filters.tempoTo)}
            onChange={({ target }) => onChange({ tempoTo: target.value })}
          />
          <Field
            label={words.genre}
            list={genreList}
            maxLength={40}
            value={filters.genre}
            onChange={({ target }) => onChange({ genre: target.value })}
          />
          <datalist id={genreList}>
            {genres.map((genre) => (
              <option key={genre} value={genre} />
            ))}
          </datalist>
          <div className={styles.ways}>
            <Toggle
              icon="person"
              label={words.mine}
              on={filters.mine}
              onToggle={() => onChange({ mine: !filters.mine })}
            />
            {count > 0 && (
              <Button look="quiet" icon="close" onClick={() => onChange(unfiltered(filters))}>
                {words.clearFilters}
              </Button>
            )}
          </div>
        </div>
      )}
    </>
  );
}
