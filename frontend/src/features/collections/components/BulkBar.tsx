import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { useCollectionWords } from "../words";
import styles from "./BulkBar.module.css";

interface BulkBarProps {
  count: number;
  onAll: () => void;
  onTag: () => void;
  onRemove: () => void;
  onDone: () => void;
}

/** What can be done with all that is selected; it stays in view below the list. */
export function BulkBar({ count, onAll, onTag, onRemove, onDone }: BulkBarProps) {
  const words = useCollectionWords();
  const { actions } = useMessages();
  return (
    <div className={styles.bar} role="region" aria-label={words.select}>
      <p role="status">{words.selected(count)}</p>
      <Button look="quiet" onClick={onAll}>
        {words.selectAll}
      </Button>
      <Button icon="tag" disabled={count === 0} onClick={onTag}>
        {words.tags}
      </Button>
      <Button icon="trash" disabled={count === 0} onClick={onRemove}>
        {actions.remove}
      </Button>
      <Button look="quiet" onClick={onDone}>
        {words.done}
      </Button>
    </div>
  );
}
