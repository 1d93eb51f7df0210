import { Field } from "@/shared/ui/Field";
import { useClassWords } from "../words";
import styles from "./PlanForm.module.css";

interface PhraseFieldsProps {
  first: string;
  last: string;
  onChange: (first: string, last: string) => void;
}

/** From which phrase to which. */
export function PhraseFields({ first, last, onChange }: PhraseFieldsProps) {
  const words = useClassWords();
  const shape = { type: "number", inputMode: "numeric", min: 1, max: 1000, required: true } as const;
  return (
    <div className={styles.pair}>
      <Field
        label={words.firstPhrase}
        hint={words.phraseHint}
        value={first}
        onChange={({ target }) => onChange(target.value, last)}
        {...shape}
      />
      <Field
        label={words.lastPhrase}
        value={last}
        onChange={({ target }) => onChange(first, target.value)}
        {...shape}
      />
    </div>
  );
}
