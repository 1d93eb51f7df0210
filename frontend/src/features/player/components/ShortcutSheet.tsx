import { useMessages } from "@/shared/i18n";
import { Dialog } from "@/shared/ui/Dialog";
import { SHORTCUTS } from "../lib/shortcuts";
import { usePracticeWords } from "../words";
import styles from "./ShortcutSheet.module.css";

/** Which keys do what. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const { player, actions } = useMessages();
  const { keyNames } = usePracticeWords();
  return (
    <Dialog title={player.shortcuts} closeLabel={actions.close} onClose={onClose}>
      <dl className={styles.keys}>
        {SHORTCUTS.map(({ name, shown }) => (
          <div key={name} className={styles.line}>
            <dt>
              <kbd>{shown.replace(/Space|Shift/, (key) => keyNames[key as keyof typeof keyNames])}</kbd>
            </dt>
            <dd>{player.shortcut[name]}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
