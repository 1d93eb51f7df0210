import { useId, useState } from "react";
import { FilterPanel } from "@/shared/filters/FilterPanel";
import { TempoFields } from "@/shared/filters/TempoFields";
import { useFilterWords } from "@/shared/filters/words";
import { Button } from "@/shared/ui/Button";
import { Field } from "@/shared/ui/Field";
import { Select } from "@/shared/ui/Select";
import { filterCount, unfiltered, type SongFilters } from "../lib/filters";
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
  const { filters: name } = useFilterWords();
  const count = filterCount(filters);
  const [open, setOpen] = useState(count > 0);
  const genreList = useId();
  return (
    <>
      <div className={styles.bar}>
        <Button icon="filter" aria-expanded={open} onClick={() => setOpen(!open)}>
          {name(count)}
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
        <FilterPanel
          mine={filters.mine}
          mineName={words.mine}
          onMine={(mine) => onChange({ mine })}
          onClear={count > 0 ? () => onChange(unfiltered(filters)) : undefined}
        >
          <TempoFields range={filters} onChange={onChange} />
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
        </FilterPanel>
      )}
    </>
  );
}
