import { useId } from "react";
import { Icon } from "@/shared/ui/Icon";
import { useCollectionWords } from "../words";
import styles from "./SearchBar.module.css";

interface SearchBarProps {
  value: string;
  onChange: (search: string) => void;
}

export function SearchBar({ value, onChange }: SearchBarProps) {
  const words = useCollectionWords();
  const id = useId();
  return (
    <div className={styles.search}>
      <label htmlFor={id} className="visually-hidden">
        {words.search}
      </label>
      <Icon name="search" size={20} />
      <input
        id={id}
        type="search"
        maxLength={100}
        placeholder={words.searchHint}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
