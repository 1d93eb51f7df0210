import { useState } from "react";
import { CATEGORIES, DIFFICULTIES, ENERGIES, STYLES } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { Field } from "@/shared/ui/Field";
import { Select } from "@/shared/ui/Select";
import { Toggle } from "@/shared/ui/Toggle";
import { filterCount, tempoOf, unfiltered, type MoveFilters } from "../lib/filters";
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
          {words.filters(count)}
        </Button>
      </div>
      {open && <FilterPanel filters={filters} onChange={onChange} />}
    </>
  );
}

function FilterPanel({ filters, onChange }: MoveFilterBarProps) {
  const words = useLibraryWords();
  const names = useMessages();
  const isOdd = (text: string) => (text.trim() !== "" && tempoOf(text) === null ? words.noTempo : undefined);
  return (
    <div className={styles.panel}>
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
      <div className={styles.ways}>
        <Toggle
          icon="person"
          label={words.mine}
          on={filters.mine}
          onToggle={() => onChange({ mine: !filters.mine })}
        />
        {filterCount(filters) > 0 && (
          <Button look="quiet" icon="close" onClick={() => onChange(unfiltered(filters))}>
            {words.clearFilters}
          </Button>
        )}
      </div>
    </div>
  );
}
