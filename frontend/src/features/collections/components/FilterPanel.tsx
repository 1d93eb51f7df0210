import { DIFFICULTIES, ENERGIES, STYLES } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { Field } from "@/shared/ui/Field";
import { Select } from "@/shared/ui/Select";
import { Toggle } from "@/shared/ui/Toggle";
import { filterCount, unfiltered, type Filters } from "../lib/filters";
import { useCollectionWords } from "../words";
import styles from "./FilterPanel.module.css";

interface FilterPanelProps {
  filters: Filters;
  /** The tags there are, with how many dances have them, the most used first. */
  tags: Readonly<Record<string, number>>;
  onChange: (filters: Filters) => void;
}

const ANY = "";

/** What narrows the collection: level, energy, style, days, favourites and tags. */
export function FilterPanel({ filters, tags, onChange }: FilterPanelProps) {
  const words = useCollectionWords();
  const { difficulty, energy, style } = useMessages();
  const set = (change: Partial<Filters>) => onChange({ ...filters, ...change });
  const toggleTag = (tag: string) =>
    set({
      tags: filters.tags.includes(tag) ? filters.tags.filter((on) => on !== tag) : [...filters.tags, tag],
    });
  return (
    <div className={styles.panel}>
      <div className={styles.selects}>
        <Select
          label={words.difficulty}
          options={[ANY, ...DIFFICULTIES]}
          value={filters.difficulty ?? ANY}
          nameOf={(option) => (option === ANY ? words.any : difficulty[option])}
          onChange={(option) => set({ difficulty: option || null })}
        />
        <Select
          label={words.energy}
          options={[ANY, ...ENERGIES]}
          value={filters.energy ?? ANY}
          nameOf={(option) => (option === ANY ? words.any : energy[option])}
          onChange={(option) => set({ energy: option || null })}
        />
        <Select
          label={words.style}
          options={[ANY, ...STYLES]}
          value={filters.style ?? ANY}
          nameOf={(option) => (option === ANY ? words.any : style[option])}
          onChange={(option) => set({ style: option || null })}
        />
        <Field
          label={words.from}
          type="date"
          value={filters.from}
          onChange={(event) => set({ from: event.target.value })}
        />
        <Field
          label={words.until}
          type="date"
          value={filters.until}
          onChange={(event) => set({ until: event.target.value })}
        />
      </div>
      <div className={styles.tags} role="group" aria-label={words.tags}>
        <Toggle
          icon="heart"
          label={words.favourites}
          on={filters.favourite}
          onToggle={() => set({ favourite: !filters.favourite })}
        />
        {Object.entries(tags).map(([tag, count]) => (
          <Toggle
            key={tag}
            icon="tag"
            label={tag}
            title={words.tagged(tag, count)}
            on={filters.tags.includes(tag)}
            onToggle={() => toggleTag(tag)}
          />
        ))}
        {filterCount(filters) > 0 && (
          <Button look="quiet" icon="close" onClick={() => onChange(unfiltered(filters))}>
            {words.clearFilters}
          </Button>
        )}
      </div>
    </div>
  );
}
