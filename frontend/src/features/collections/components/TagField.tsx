import { useState, type KeyboardEvent } from "react";
import { Button } from "@/shared/ui/Button";
import { Field } from "@/shared/ui/Field";
import { Icon } from "@/shared/ui/Icon";
import { useCollectionWords } from "../words";
import styles from "./TagField.module.css";

export const TAG_MAX = 30;
const TAGS_MAX = 20;

interface TagFieldProps {
  tags: readonly string[];
  onChange: (tags: string[]) => void;
}

/** Tags to add by Enter or comma and to take away one by one. */
export function TagField({ tags, onChange }: TagFieldProps) {
  const words = useCollectionWords();
  const [typed, setTyped] = useState("");
  const add = () => {
    const tag = typed.trim().toLowerCase();
    setTyped("");
    if (tag !== "" && !tags.includes(tag)) onChange([...tags, tag]);
  };
  const hear = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== ",") return;
    event.preventDefault();
    add();
  };
  return (
    <div className={styles.field}>
      <div className={styles.line}>
        <Field
          label={words.tags}
          hint={words.tagsHint}
          value={typed}
          maxLength={TAG_MAX}
          disabled={tags.length >= TAGS_MAX}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={hear}
          onBlur={add}
        />
        <Button className={styles.add} onClick={add}>
          {words.addTag}
        </Button>
      </div>
      {tags.length > 0 && (
        <ul className={styles.tags}>
          {tags.map((tag) => (
            <li key={tag}>
              <button
                type="button"
                className={styles.tag}
                aria-label={words.removeTag(tag)}
                onClick={() => onChange(tags.filter((other) => other !== tag))}
              >
                {tag}
                <Icon name="close" size={16} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
