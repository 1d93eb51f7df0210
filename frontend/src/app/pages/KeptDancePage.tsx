import { useParams } from "react-router";
import { useKeptDances, useOfflineWords } from "@/features/offline";
import { Player, useLocalLoops } from "@/features/player";
import { ButtonLink } from "@/shared/ui/Button";
import { EmptyPlace } from "@/shared/ui/EmptyPlace";
import { PageTitle } from "../layout/PageTitle";
import styles from "./TaskPage.module.css";

/** A dance that lies on this device, in the same player as ever. */
export function KeptDancePage() {
  const { taskId = "" } = useParams();
  const words = useOfflineWords();
  const { data: dances } = useKeptDances();
  const shelf = useLocalLoops(taskId);
  if (!dances) return null;
  const dance = dances.find((kept) => kept.taskId === taskId);
  if (!dance)
    return (
      <EmptyPlace level="h1" title={words.gone} action={<ButtonLink to="/kept">{words.toKept}</ButtonLink>}>
        {words.empty}
      </EmptyPlace>
    );
  return (
    <article className={styles.dance}>
      <PageTitle title={dance.title} />
      <header className={styles.header}>
        <h1>{dance.title}</h1>
      </header>
      <Player
        taskId={taskId}
        title={dance.title}
        result={dance.result}
        shelf={shelf}
        onExpired={() => Promise.resolve()}
      />
    </article>
  );
}
