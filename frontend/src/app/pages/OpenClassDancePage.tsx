import { useParams } from "react-router";
import { useAssignedDance, useAssignedPlan, useClassWords } from "@/features/classes";
import { Player, useLocalLoops } from "@/features/player";
import { useMessages } from "@/shared/i18n";
import { formatTime } from "@/shared/i18n/format";
import { ButtonLink } from "@/shared/ui/Button";
import { PageTitle } from "../layout/PageTitle";
import { ClosedClass } from "../parts/ClosedClass";
import styles from "./TaskPage.module.css";

/** A dance of a class, to watch and to practise. */
export function Component() {
  const { token = "", itemId = "" } = useParams();
  const words = useClassWords();
  const { loading } = useMessages();
  const shelf = useLocalLoops(itemId);
  const { data: plan } = useAssignedPlan(token);
  const { data: dance, error, refetch } = useAssignedDance(token, itemId);
  if (error) return <ClosedClass error={error} onAgain={() => void refetch()} />;
  if (!dance) return <p role="status">{loading}</p>;
  const item = plan?.items.find(({ id }) => id === itemId);
  return (
    <article className={styles.dance}>
      <PageTitle title={dance.title} />
      <header className={styles.header}>
        <h1>{dance.title}</h1>
        {item?.kind === "phrases" && (
          <p>
            {words.onlyPhrases(
              item.first_phrase ?? 1,
              item.last_phrase ?? 1,
              formatTime(dance.start_s),
              formatTime(dance.end_s),
            )}
          </p>
        )}
        <ButtonLink look="quiet" icon="back" to={`/class/${token}`}>
          {words.backToClass}
        </ButtonLink>
      </header>
      <Player taskId={itemId} title={dance.title} result={dance} shelf={shelf} onExpired={refetch} />
    </article>
  );
}
