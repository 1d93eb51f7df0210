import { useEffect, useId, useRef, type ReactNode } from "react";
import { IconButton } from "./Button";
import styles from "./Dialog.module.css";

interface DialogProps {
  title: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
}

/** A sheet above the page: the browser's own dialog, which keeps the focus inside and closes on Escape. */
export function Dialog({ title, closeLabel, onClose, children }: DialogProps) {
  const sheet = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = sheet.current;
    if (dialog?.open === false) dialog.showModal(); // Leaving the page closes it.
  }, []);

  return (
    <dialog ref={sheet} className={styles.sheet} aria-labelledby={titleId} onClose={onClose}>
      <header className={styles.top}>
        <h2 id={titleId}>{title}</h2>
        <IconButton icon="close" label={closeLabel} onClick={onClose} />
      </header>
      {children}
    </dialog>
  );
}
