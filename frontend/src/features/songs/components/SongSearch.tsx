import { useId } from "react";
import { useMessages } from "@/shared/i18n";
import { Icon } from "@/shared/ui/Icon";
import styles from "./SongSearch.module.css";

interface SongSearchProps {
  value: string;
  onChange: (search: string) => void;
}

export function SongSearch({ value, onChange }: SongSearchProps) {
  const { songs } = useMessages();
  const id = useId();
  return (
    <div className={styles.search}>
      <label htmlFor={id} className="visually-hidden">
        {songs.search}
      </label>
      <Icon name="search" size={20} />
      <input
        id={id}
        type="search"
        placeholder={songs.searchHint}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
