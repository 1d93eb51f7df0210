import { useState } from "react";
import { useMessages } from "@/shared/i18n";
import { Button, ButtonLink } from "@/shared/ui/Button";
import { EmptyPlace } from "@/shared/ui/EmptyPlace";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { Waiting } from "@/shared/ui/Waiting";
import { useCollection, useCollectionStatistics } from "../api/listCollection";
import { useUnfinished, useUnsaved } from "../api/tasks";
import { useFilters } from "../hooks/useFilters";
import { useSelection } from "../hooks/useSelection";
import { unfiltered } from "../lib/filters";
import type { Saved } from "../types";
import { useCollectionWords } from "../words";
import { BulkBar } from "./BulkBar";
import styles from "./Collection.module.css";
import { EditDialog } from "./EditDialog";
import { Numbers } from "./Numbers";
import { RemoveDialog } from "./RemoveDialog";
import { SavedCard, type CardDialog } from "./SavedCard";
import { ShareDialog } from "./ShareDialog";
import { TagDialog } from "./TagDialog";
import { Toolbar } from "./Toolbar";
import { Unfinished } from "./Unfinished";
import { Unsaved } from "./Unsaved";

type Open = { dialog: CardDialog; saved: Saved } | { dialog: "remove" | "tag"; chosen: readonly Saved[] };

/** All that one keeps: looked through, put in order, changed one by one or several at once. */
export function Collection() {
  const { actions } = useMessages();
  const { filters, shown, change } = useFilters();
  const list = useCollection(shown);
  const { data: statistics, isPending: isCounting } = useCollectionStatistics();
  const unfinished = useUnfinished();
  const unsaved = useUnsaved();
  const entries = list.data?.pages.flatMap((page) => page.results) ?? [];
  const selection = useSelection(entries);
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);

  // All at once: what stands above the list would push it down.
  if (list.isPending || isCounting || unfinished.isPending || unsaved.isPending) return <Waiting />;
  return (
    <div className={styles.collection}>
      <Numbers statistics={statistics} />
      <Unfinished />
      <Unsaved />
      {statistics?.saved !== 0 && (
        <Toolbar
          filters={filters}
          tags={statistics?.tags ?? {}}
          selecting={selection.chosen !== null}
          onChange={change}
          onSelect={selection.toggleMode}
        />
      )}
      {list.error && (
        <ProblemNotice error={list.error}>
          <Button onClick={() => void list.refetch()}>{actions.tryAgain}</Button>
        </ProblemNotice>
      )}
      {!list.error && entries.length === 0 && (
        <Nothing
          isEmpty={statistics?.saved === 0}
          onClear={() => change({ ...unfiltered(filters), search: "" })}
        />
      )}
      <ul className={styles.list} aria-busy={list.isPlaceholderData}>
        {entries.map((saved) => (
          <SavedCard
            key={saved.id}
            saved={saved}
            selected={selection.chosen && selection.isChosen(saved)}
            onSelect={() => selection.toggle(saved)}
            onOpen={(dialog) => setOpen({ dialog, saved })}
          />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button onClick={() => void list.fetchNextPage()} disabled={list.isFetchingNextPage}>
          {actions.showMore}
        </Button>
      )}
      {selection.chosen && (
        <BulkBar
          count={selection.chosen.length}
          onAll={selection.chooseAll}
          onTag={() => setOpen({ dialog: "tag", chosen: selection.chosen ?? [] })}
          onRemove={() => setOpen({ dialog: "remove", chosen: selection.chosen ?? [] })}
          onDone={selection.toggleMode}
        />
      )}
      {open?.dialog === "share" && <ShareDialog saved={open.saved} onClose={close} />}
      {open?.dialog === "edit" && (
        <EditDialog
          saved={open.saved}
          onClose={close}
          onRemove={() => setOpen({ dialog: "remove", chosen: [open.saved] })}
        />
      )}
      {open?.dialog === "tag" && <TagDialog chosen={open.chosen} onClose={close} />}
      {open?.dialog === "remove" && (
        <RemoveDialog
          chosen={open.chosen}
          onClose={close}
          onRemoved={() => {
            close();
            selection.leave();
          }}
        />
      )}
    </div>
  );
}

function Nothing({ isEmpty, onClear }: { isEmpty: boolean; onClear: () => void }) {
  const words = useCollectionWords();
  const { actions } = useMessages();
  if (isEmpty)
    return (
      <EmptyPlace
        title={words.emptyTitle}
        action={
          <ButtonLink look="primary" to="/dance">
            {actions.toSongs}
          </ButtonLink>
        }
      >
        {words.empty}
      </EmptyPlace>
    );
  return (
    <EmptyPlace title={words.noneTitle} action={<Button onClick={onClear}>{words.clearFilters}</Button>}>
      {words.none}
    </EmptyPlace>
  );
}
