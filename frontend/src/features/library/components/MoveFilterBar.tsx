import { useState } from "react";
import { CATEGORIES, DIFFICULTIES, ENERGIES, STYLES } from "@/shared/api/types";
import { FilterPanel } from "@/shared/filters/FilterPanel";
import { TempoFields } from "@/shared/filters/TempoFields";
import { useFilterWords } from "@/shared/filters/words";
import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { Field } from "@/shared/ui/Field";
import { Select } from "@/shared/ui/Select";
import { filterCount, unfiltered, type MoveFilters } from "../lib/filters";
import { MOVE_ORDERS } from "../types";
import { useLibraryWords } from "../words";
import styles from "./Library.module.css";

interface MoveFilterBarProps {
  filters: MoveFilters;
  onChange: (part: Partial<MoveFilters>) => void;
}

const ANY = "";

/** Search and order, and what narrows the moves once somebody asks for it. */
export function MoveFilterBar({ filters, onChange }: MoveFilterBarProps) {
  const words = useLibraryWords();
  const { filters: name } = useFilterWords();
  const count = filterCount(filters);
  const [open, setOpen] = useState(count > 0);
  return (
    <>
      <div className={styles.bar}>
        <Field
          type="search"
          label={words.search}
          placeholder={words.searchHint}
          value={filters.search}
          onChange={({ target }) => onChange({ search: target.value })}
        />
        <Select
          label={words.order}
          options={MOVE_ORDERS}
          value={filters.order}
          nameOf={(order) => words.orders[order]}
          onChange={(order) => onChange({ order })}
        />
        <Button icon="filter" aria-expanded={open} onClick={() => setOpen(!open)}>
          {name(count)}
        </Button>
      </div>
      {open && <MoveFilterPanel filters={filters} onChange={onChange} />}
    </>
  );
}

function MoveFilterPanel({ filters, onChange }: MoveFilterBarProps) {
  const words = useLibraryWords();
  const names = useMessages();
  return (
    <FilterPanel
      mine={filters.mine}
      mineName={words.mine}
      onMine={(mine) => onChange({ mine })}
      onClear={filterCount(filters) > 0 ? () => onChange(unfiltered(filters)) : undefined}
    >
      <Select
        label={words.category}
        options={[ANY, ...CATEGORIES]}
        value={filters.category ?? ANY}
        nameOf={(option) => (option === ANY ? words.any : names.category[option])}
        onChange={(option) => onChange({ category: option || null })}
      />
      <Select
        label={names.generate.difficulty}
        options={[ANY, ...DIFFICULTIES]}
        value={filters.difficulty ?? ANY}
        nameOf={(option) => (option === ANY ? words.any : names.difficulty[option])}
        onChange={(option) => onChange({ difficulty: option || null })}
      />
      <Select
        label={names.generate.energy}
        options={[ANY, ...ENERGIES]}
        value={filters.energy ?? ANY}
        nameOf={(option) => (option === ANY ? words.any : names.energy[option])}
        onChange={(option) => onChange({ energy: option || null })}
      />
      <Select
        label={names.generate.style}
        options={[ANY, ...STYLES]}
        value={filters.style ?? ANY}
        nameOf={(option) => (option === ANY ? words.any : names.style[option])}
        onChange={(option) => onChange({ style: option || null })}
      />
      <TempoFields range={filters} onChange={onChange} />
    </FilterPanel>
  );
}
