import { useRef, useState } from "react";
import { Button } from "./Button";
import styles from "./CopyLine.module.css";
import { Field } from "./Field";

interface CopyLineProps {
  label: string;
  text: string;
  copy: string;
  copied: string;
}

/** A line to take along: copied by a button, or marked for copying by hand where the browser does not let us. */
export function CopyLine({ label, text, copy, copied }: CopyLineProps) {
  const box = useRef<HTMLDivElement>(null);
  const [done, setDone] = useState(false);
  const take = async () => {
    const mark = () => box.current?.querySelector("input")?.select();
    try {
      await navigator.clipboard.writeText(text);
      setDone(true);
    } catch {
      mark(); // No clipboard without https, or it was refused.
    }
  };
  return (
    <div ref={box} className={styles.line}>
      <Field label={label} value={text} readOnly onFocus={(event) => event.target.select()} />
      <Button icon={done ? "check" : "copy"} onClick={() => void take()}>
        {done ? copied : copy}
      </Button>
    </div>
  );
}
