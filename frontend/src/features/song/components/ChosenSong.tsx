import { Link } from "react-router";
import { ApiProblem } from "@/shared/api/problem";
import { useMessages } from "@/shared/i18n";
import { Icon } from "@/shared/ui/Icon";
import { useSong } from "../api/song";
import { useSongPageWords } from "../words";
import styles from "./SongHead.module.css";

/** The song that is going to be danced, also where the list below does not show it, and the way to its counts. */
export function ChosenSong({ songId }: { songId: string }) {
  const words = useSongPageWords();
  const { songs } = useMessages();
  const { data: song, error } = useSong(songId);
  if (error instanceof ApiProblem && error.status === 404) return <p role="status">{words.goneSong}</p>;
  return (
    <p className={styles.chosen}>
      {song ? (
        <>
          <span>
            <strong>{song.title}</strong>
            {song.tempo_bpm !== null && ` · ${songs.tempo(song.tempo_bpm)}`}
          </span>
          <Link to={`/songs/${song.id}`} className={styles.link ?? ""}>
            <Icon name="wave" size={20} />
            {words.toCounts}
          </Link>
        </>
      ) : (
        " "
      )}
    </p>
  );
}
