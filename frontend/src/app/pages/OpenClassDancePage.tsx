import { useParams } from "react-router";
import { phraseRange, useAssignedDance, useAssignedPlan, useClassWords } from "@/features/classes";
import { Player, useLocalLoops } from "@/features/player";
import { formatTime } from "@/shared/i18n/format";
import { ButtonLink } from "@/shared/ui/Button";
import { Waiting } from "@/shared/ui/Waiting";
import { PageTitle } from "../layout/PageTitle";
import { ClosedClass } from "../parts/ClosedClass";
import styles from "./TaskPage.module.css";

/** A dance of a class, to watch and to practise. */
export function Component() {
  const { token = "", itemId = "" } = useParams();
  const words = useClassWords();
  const own = useLocalLoops(itemId);
  const { data: plan } = useAssignedPlan(token);
  const { data: dance, error, refetch } = useAssignedDance(token, itemId);
  if (error) return <ClosedClass error={error} onAgain={() => void refetch()} />;
  if (!dance) return <Waiting />;
  const item = plan?.items.find(({ id }) => id === itemId);
  const first = item?.first_phrase ?? null;
  const last = item?.last_phrase ?? null;
  const hasPhrases = first !== null && last !== null;
  const taught = hasPhrases
    ? [{ id: itemId, name: words.phrases(first, last), ...phraseRange(dance.blueprint.grid, first, last) }]
    : [];
  return (
    <article className={styles.dance}>
      <PageTitle title={dance.title} />
      <header className={styles.header}>
        <h1>{dance.title}</h1>
        {hasPhrases && (
          <p>
            {words.onlyPhrases(
              words.phrases(first, last),
              formatTime(dance.start_s),
              formatTime(dance.end_s),
            )}
          </p>
        )}
        <ButtonLink look="quiet" icon="back" to={`/class/${token}`}>
          {words.backToClass}
        </ButtonLink>
      </header>
      <Player
        taskId={itemId}
        title={dance.title}
        result={dance}
        shelf={{ ...own, loops: [...taught, ...own.loops] }}
        onExpired={refetch}
      />
    </article>
  );
}
