import type { Song } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { EmptyPlace } from "@/shared/ui/EmptyPlace";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { SearchField } from "@/shared/ui/SearchField";
import { useSongs } from "../api/listSongs";
import { useSongFilters } from "../hooks/useSongFilters";
import { useSongPreview } from "../hooks/useSongPreview";
import { filterCount, unfiltered, type SongFilters } from "../lib/filters";
import { useSongWords } from "../words";
import { SongFilterBar } from "./SongFilterBar";
import styles from "./SongPicker.module.css";
import { SongRow } from "./SongRow";
import { SongRowsWaiting } from "./SongRowsWaiting";

interface SongPickerProps {
  chosenId: string | null;
  onChoose: (song: Song) => void;
}

/** The songs there are: search, narrow, listen, choose one. */
export function SongPicker({ chosenId, onChoose }: SongPickerProps) {
  const { songs: words, actions } = useMessages();
  const { filters, wanted, change } = useSongFilters();
  const query = useSongs(wanted);
  const preview = useSongPreview();
  const songs = query.data?.pages.flatMap((page) => page.results);
  const genres = [...new Set(songs?.map(({ genre }) => genre).filter(Boolean))].sort();

  return (
    <div className={styles.picker}>
      <SearchField
        label={words.search}
        hint={words.searchHint}
        value={filters.search}
        onChange={(search) => change({ search })}
      />
      <SongFilterBar filters={filters} genres={genres} onChange={change} />
      <p role="status" className={styles.found}>
        {query.data ? words.found(query.data.pages[0]?.count ?? 0) : "\u00a0"}
      </p>
      {query.error && (
        <ProblemNotice error={query.error}>
          <Button onClick={() => void query.refetch()}>{actions.tryAgain}</Button>
        </ProblemNotice>
      )}
      {query.isPending && <SongRowsWaiting />}
      {songs?.length === 0 && <NoSongs filters={filters} onClear={() => change(unfiltered(filters))} />}
      {songs && songs.length > 0 && (
        <ul className={styles.list} aria-label={words.title}>
          {songs.map((song) => (
            <SongRow
              key={song.id}
              song={song}
              chosen={song.id === chosenId}
              playing={preview.playingId === song.id}
              failed={preview.failedId === song.id}
              onChoose={() => onChoose(song)}
              onListen={() => preview.toggle(song)}
            />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
          {actions.showMore}
        </Button>
      )}
    </div>
  );
}

function NoSongs({ filters, onClear }: { filters: SongFilters; onClear: () => void }) {
  const { songs } = useMessages();
  const own = useSongWords();
  const narrowed = filterCount(filters) > 0;
  if (filters.search === "" && !narrowed)
    return <EmptyPlace title={songs.emptyTitle}>{songs.empty}</EmptyPlace>;
  return (
    <EmptyPlace title={songs.noneTitle} action={<Button onClick={onClear}>{songs.clear}</Button>}>
      {narrowed ? own.noneNarrowed : songs.none(filters.search.trim())}
    </EmptyPlace>
  );
}
