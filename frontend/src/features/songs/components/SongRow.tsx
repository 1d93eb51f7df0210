import { Link } from "react-router";
import type { Song } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { formatTime } from "@/shared/i18n/format";
import { IconButton } from "@/shared/ui/Button";
import { Icon } from "@/shared/ui/Icon";
import { useSongWords } from "../words";
import { SectionStrip } from "./SectionStrip";
import styles from "./SongRow.module.css";

interface SongRowProps {
  song: Song;
  chosen: boolean;
  playing: boolean;
  failed: boolean;
  onChoose: () => void;
  onListen: () => void;
}

/** One song: a radio button as large as the row, with a preview beside it, and the way to its counts. */
export function SongRow({ song, chosen, playing, failed, onChoose, onListen }: SongRowProps) {
  const { songs } = useMessages();
  const words = useSongWords();
  return (
    <li className={styles.row} data-chosen={chosen}>
      <IconButton
        icon={playing ? "stop" : "play"}
        label={playing ? songs.stop(song.title) : songs.listen(song.title)}
        className={styles.listen}
        onClick={onListen}
      />
      <label className={styles.choice}>
        <input type="radio" name="song" className="visually-hidden" checked={chosen} onChange={onChoose} />
        <span className={styles.title}>{song.title}</span>
        <span className={styles.facts}>
          <span className={styles.artist}>{song.artist}</span>
          <span className={styles.numbers}>
            {song.tempo_bpm !== null && <span>{songs.tempo(song.tempo_bpm)}</span>}
            <span>{formatTime(song.duration_s)}</span>
          </span>
        </span>
        <SectionStrip sections={song.sections} durationS={song.duration_s} />
        {failed && <span role="alert">{songs.previewFailed}</span>}
      </label>
      <Link
        to={`/songs/${song.id}`}
        className={styles.counts ?? ""}
        aria-label={words.countsOf(song.title)}
        title={words.countsOf(song.title)}
      >
        <Icon name="wave" />
      </Link>
    </li>
  );
}
