import { useState } from "react";
import type { Song } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { EmptyPlace } from "@/shared/ui/EmptyPlace";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useSongs } from "../api/listSongs";
import { useDelayed } from "../hooks/useDelayed";
import { useSongPreview } from "../hooks/useSongPreview";
import { SongRow } from "./SongRow";
import { SongRowsWaiting } from "./SongRowsWaiting";
import { SongSearch } from "./SongSearch";
import styles from "./SongPicker.module.css";

interface SongPickerProps {
  chosenId: string | null;
  onChoose: (song: Song) => void;
}

/** The library of songs: search, listen, choose one. */
export function SongPicker({ chosenId, onChoose }: SongPickerProps) {
  const { songs: words, actions } = useMessages();
  const [search, setSearch] = useState("");
  const wanted = useDelayed(search.trim(), 200);
  const query = useSongs(wanted);
  const preview = useSongPreview();
  const songs = query.data?.pages.flatMap((page) => page.results);

  return (
    <div className={styles.picker}>
      <SongSearch value={search} onChange={setSearch} />
      <p role="status" className={styles.found}>
        {query.data ? words.found(query.data.pages[0]?.count ?? 0) : "\u00a0"}
      </p>
      {query.error && (
        <ProblemNotice error={query.error}>
          <Button onClick={() => void query.refetch()}>{actions.tryAgain}</Button>
        </ProblemNotice>
      )}
      {query.isPending && <SongRowsWaiting />}
      {songs?.length === 0 && <NoSongs search={wanted} onClear={() => setSearch("")} />}
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

function NoSongs({ search, onClear }: { search: string; onClear: () => void }) {
  const { songs } = useMessages();
  if (search === "") return <EmptyPlace title={songs.emptyTitle}>{songs.empty}</EmptyPlace>;
  return (
    <EmptyPlace title={songs.noneTitle} action={<Button onClick={onClear}>{songs.clear}</Button>}>
      {songs.none(search)}
    </EmptyPlace>
  );
}
