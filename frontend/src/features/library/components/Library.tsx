import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { EmptyPlace } from "@/shared/ui/EmptyPlace";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useMoves } from "../api/moves";
import { useInSight } from "../hooks/useInSight";
import { useMoveFilters } from "../hooks/useMoveFilters";
import { filterCount, unfiltered } from "../lib/filters";
import { useLibraryWords } from "../words";
import { MoveFilterBar } from "./MoveFilterBar";
import { MoveGrid, MoveGridWaiting } from "./MoveGrid";
import styles from "./Library.module.css";

/** All moves that are danced here: search, narrow, look, open. */
export function Library() {
  const words = useLibraryWords();
  const { actions } = useMessages();
  const { filters, wanted, change } = useMoveFilters();
  const query = useMoves(wanted);
  const moves = query.data?.pages.flatMap((page) => page.results);
  const more = () => void query.fetchNextPage();
  const end = useInSight<HTMLDivElement>(more, query.hasNextPage && !query.isFetchingNextPage);
  const narrowed = filters.search !== "" || filterCount(filters) > 0;

  return (
    <div className={styles.library}>
      <MoveFilterBar filters={filters} onChange={change} />
      <p role="status" className={styles.found}>
        {query.data ? words.found(query.data.pages[0]?.count ?? 0) : "\u00a0"}
      </p>
      {query.error && (
        <ProblemNotice error={query.error}>
          <Button onClick={() => void query.refetch()}>{actions.tryAgain}</Button>
        </ProblemNotice>
      )}
      {query.isPending && <MoveGridWaiting />}
      {moves?.length === 0 &&
        (narrowed ? (
          <EmptyPlace
            title={words.noneTitle}
            action={<Button onClick={() => change(unfiltered(filters))}>{words.showAll}</Button>}
          >
            {words.none}
          </EmptyPlace>
        ) : (
          <EmptyPlace title={words.emptyTitle}>{words.empty}</EmptyPlace>
        ))}
      {moves && moves.length > 0 && <MoveGrid label={words.title} moves={moves} />}
      <div ref={end}>
        {query.hasNextPage && (
          <Button onClick={more} disabled={query.isFetchingNextPage}>
            {actions.showMore}
          </Button>
        )}
      </div>
    </div>
  );
}
