import { Field } from "@/shared/ui/Field";
import { tempoOf, type TempoRange } from "./tempo";
import { useFilterWords } from "./words";

interface TempoFieldsProps {
  range: TempoRange;
  onChange: (part: Partial<TempoRange>) => void;
}

/** From which tempo to which. */
export function TempoFields({ range, onChange }: TempoFieldsProps) {
  const words = useFilterWords();
  const isOdd = (text: string) => (text.trim() !== "" && tempoOf(text) === null ? words.noTempo : undefined);
  return (
    <>
      <Field
        label={words.tempoFrom}
        inputMode="numeric"
        placeholder="110"
        value={range.tempoFrom}
        problem={isOdd(range.tempoFrom)}
        onChange={({ target }) => onChange({ tempoFrom: target.value })}
      />
      <Field
        label={words.tempoTo}
        inputMode="numeric"
        placeholder="140"
        value={range.tempoTo}
        problem={isOdd(range.tempoTo)}
        onChange={({ target }) => onChange({ tempoTo: target.value })}
      />
    </>
  );
}
