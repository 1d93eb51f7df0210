import { language } from "@/shared/i18n";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useExplanation } from "../api/moves";
import { useLibraryWords } from "../words";
import styles from "./MoveSheet.module.css";

/** What a move is, and what lead and follow mind. */
export function MoveNotes({ moveId }: { moveId: string }) {
  const words = useLibraryWords();
  const { data: told, error } = useExplanation(moveId, language.use());
  if (error) return <ProblemNotice error={error} />;
  return (
    <section className={styles.notes} aria-label={words.about} aria-busy={told === undefined}>
      {told && (
        <>
          <p>{told.what}</p>
          <p>{told.counts}</p>
          <Part role="lead" mark={words.leadMark} title={words.roles.lead} text={told.lead} />
          <Part role="follow" mark={words.followMark} title={words.roles.follow} text={told.follow} />
          <p>{told.level}</p>
          {told.notes && <p>{told.notes}</p>}
        </>
      )}
    </section>
  );
}

interface PartProps {
  role: "lead" | "follow";
  mark: string;
  title: string;
  text: string;
}

function Part({ role, mark, title, text }: PartProps) {
  return (
    <div>
      <h3>
        <span className={styles.role} data-role={role} aria-hidden="true">
          {mark}
        </span>
        {title}
      </h3>
      <p>{text}</p>
    </div>
  );
}
