import { DIFFICULTIES, ENERGIES, STYLES } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { Choice } from "@/shared/ui/Choice";
import { ROLES, type Wishes } from "../lib/wishes";
import { useGenerateWords } from "../words";
import styles from "./WishForm.module.css";

interface WishFormProps {
  wishes: Wishes;
  onChange: (change: Partial<Wishes>) => void;
}

/** Difficulty, energy, style, and whom the dance is about. */
export function WishForm({ wishes, onChange }: WishFormProps) {
  const words = useMessages();
  const { about, aboutWhom } = useGenerateWords();
  return (
    <div className={styles.form}>
      <Choice
        legend={words.generate.difficulty}
        options={DIFFICULTIES}
        value={wishes.difficulty}
        nameOf={(difficulty) => words.difficulty[difficulty]}
        onChange={(difficulty) => onChange({ difficulty })}
      />
      <Choice
        legend={words.generate.energy}
        options={ENERGIES}
        value={wishes.energy}
        nameOf={(energy) => words.energy[energy]}
        onChange={(energy) => onChange({ energy })}
      />
      <Choice
        legend={words.generate.style}
        options={STYLES}
        value={wishes.style}
        nameOf={(style) => words.style[style]}
        onChange={(style) => onChange({ style })}
      />
      <Choice
        legend={about}
        options={ROLES}
        value={wishes.role}
        nameOf={(role) => aboutWhom[role]}
        onChange={(role) => onChange({ role })}
      />
    </div>
  );
}
