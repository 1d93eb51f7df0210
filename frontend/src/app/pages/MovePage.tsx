import { useParams } from "react-router";
import { MoveSheet, useLibraryWords, useMove } from "@/features/library";
import { ApiProblem } from "@/shared/api/problem";
import { useMessages } from "@/shared/i18n";
import { Button, ButtonLink } from "@/shared/ui/Button";
import { EmptyPlace } from "@/shared/ui/EmptyPlace";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { Waiting } from "@/shared/ui/Waiting";
import { PageTitle } from "../layout/PageTitle";
import styles from "./Page.module.css";

/** One move of the library. */
export function Component() {
  const { moveId = "" } = useParams();
  const words = useLibraryWords();
  const { actions } = useMessages();
  const { data: move, error, refetch } = useMove(moveId);
  const back = (
    <ButtonLink to="/library" look="quiet" icon="back">
      {words.back}
    </ButtonLink>
  );
  if (move)
    return (
      <article className={styles.page}>
        <PageTitle title={move.name} />
        <header className={styles.head}>
          <h1>{move.name}</h1>
          {back}
        </header>
        <MoveSheet move={move} />
      </article>
    );
  if (error instanceof ApiProblem && error.status === 404)
    return (
      <>
        <PageTitle title={words.unknownTitle} />
        <EmptyPlace level="h1" title={words.unknownTitle} action={back}>
          {words.unknown}
        </EmptyPlace>
      </>
    );
  if (error)
    return (
      <ProblemNotice error={error}>
        <Button onClick={() => void refetch()}>{actions.tryAgain}</Button>
      </ProblemNotice>
    );
  return <Waiting />;
}
