import { useState } from "react";
import { Button } from "@/shared/ui/Button";
import { SearchField } from "@/shared/ui/SearchField";
import { Select } from "@/shared/ui/Select";
import { filterCount, ORDERS, type Filters } from "../lib/filters";
import { useCollectionWords } from "../words";
import { FilterPanel } from "./FilterPanel";
import styles from "./Toolbar.module.css";

interface ToolbarProps {
  filters: Filters;
  tags: Readonly<Record<string, number>>;
  selecting: boolean;
  onChange: (filters: Filters) => void;
  onSelect: () => void;
}

/** Words, filters and order of the list, and the way to select several. */
export function Toolbar({ filters, tags, selecting, onChange, onSelect }: ToolbarProps) {
  const words = useCollectionWords();
  const count = filterCount(filters);
  const [filtering, setFiltering] = useState(count > 0);
  return (
    <div className={styles.toolbar}>
      <div className={styles.line}>
        <SearchField
          label={words.search}
          hint={words.searchHint}
          maxLength={100}
          value={filters.search}
          onChange={(search) => onChange({ ...filters, search })}
        />
        <Select
          label={words.order}
          options={ORDERS}
          value={filters.order}
          nameOf={(order) => words.orders[order]}
          onChange={(order) => onChange({ ...filters, order })}
        />
        <div className={styles.buttons}>
          <Button
            icon="filter"
            aria-expanded={filtering}
            className={count > 0 ? styles.on : undefined}
            onClick={() => setFiltering((shown) => !shown)}
          >
            {count > 0 ? words.filtersOn(count) : words.filters}
          </Button>
          <Button icon="check" aria-pressed={selecting} onClick={onSelect}>
            {words.select}
          </Button>
        </div>
      </div>
      {filtering && <FilterPanel filters={filters} tags={tags} onChange={onChange} />}
    </div>
  );
}
