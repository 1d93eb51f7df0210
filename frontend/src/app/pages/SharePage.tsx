import { useParams } from "react-router";
import { useCollectionWords, useSharedDance } from "@/features/collections";
import { Player, useLocalLoops } from "@/features/player";
import { ApiProblem } from "@/shared/api/problem";
import { language, useMessages } from "@/shared/i18n";
import { formatDay } from "@/shared/i18n/format";
import { Button, ButtonLink } from "@/shared/ui/Button";
import { EmptyPlace } from "@/shared/ui/EmptyPlace";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { Waiting } from "@/shared/ui/Waiting";
import { PageTitle } from "../layout/PageTitle";
import styles from "./TaskPage.module.css";

/** A dance that somebody shared: to watch and to practise, without an account. */
export function Component() {
  const { token = "" } = useParams();
  const words = useCollectionWords();
  const { actions } = useMessages();
  const spoken = language.use();
  const shelf = useLocalLoops(token);
  const { data: dance, error, refetch } = useSharedDance(token);
  if (error instanceof ApiProblem && error.status === 404) return <ClosedLink />;
  if (error)
    return (
      <ProblemNotice error={error}>
        <Button onClick={() => void refetch()}>{actions.tryAgain}</Button>
      </ProblemNotice>
    );
  if (!dance) return <Waiting />;
  const named = [dance.song.title === dance.title ? "" : dance.song.title, dance.song.artist];
  return (
    <article className={styles.dance}>
      <PageTitle title={dance.title} />
      <header className={styles.header}>
        <h1>{dance.title}</h1>
        <p>
          {[
            ...named.filter((word) => word !== ""),
            words.sharedNote(formatDay(dance.expires_at, spoken)),
          ].join(" · ")}
        </p>
      </header>
      <Player taskId={token} title={dance.title} result={dance} shelf={shelf} onExpired={refetch} />
    </article>
  );
}

function ClosedLink() {
  const words = useCollectionWords();
  return (
    <>
      <PageTitle title={words.closedTitle} />
      <EmptyPlace
        level="h1"
        title={words.closedTitle}
        action={<ButtonLink to="/">{words.toStart}</ButtonLink>}
      >
        {words.closed}
      </EmptyPlace>
    </>
  );
}
