import { useState, type SyntheticEvent } from "react";
import type { SongDetail } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { Dialog } from "@/shared/ui/Dialog";
import { Field } from "@/shared/ui/Field";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useRenameSong } from "../api/song";
import { useSongPageWords } from "../words";
import styles from "./SongHead.module.css";

/** Title, artist and genre of one's own song. */
export function RenameDialog({ song, onClose }: { song: SongDetail; onClose: () => void }) {
  const words = useSongPageWords();
  const { actions } = useMessages();
  const [title, setTitle] = useState(song.title);
  const [artist, setArtist] = useState(song.artist);
  const [genre, setGenre] = useState(song.genre);
  const rename = useRenameSong(song.id);
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    rename.mutate(
      { title: title.trim(), artist: artist.trim(), genre: genre.trim() },
      { onSuccess: onClose },
    );
  };
  return (
    <Dialog title={words.rename} closeLabel={actions.close} onClose={onClose}>
      <form className={styles.form} onSubmit={save}>
        <Field
          label={words.songTitle}
          required
          maxLength={200}
          pattern=".*\S.*"
          value={title}
          onChange={({ target }) => setTitle(target.value)}
        />
        <Field
          label={words.artist}
          maxLength={200}
          value={artist}
          onChange={({ target }) => setArtist(target.value)}
        />
        <Field
          label={words.genre}
          maxLength={40}
          value={genre}
          onChange={({ target }) => setGenre(target.value)}
        />
        {rename.error && <ProblemNotice error={rename.error} />}
        <div className={styles.end}>
          <Button type="submit" look="primary" disabled={rename.isPending}>
            {rename.isPending ? words.saving : words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
