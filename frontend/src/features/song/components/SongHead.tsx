import { useState } from "react";
import type { SongDetail } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { formatTime } from "@/shared/i18n/format";
import { Button, ButtonLink } from "@/shared/ui/Button";
import { useSongPageWords } from "../words";
import { RemoveSongDialog } from "./RemoveSongDialog";
import { RenameDialog } from "./RenameDialog";
import styles from "./SongHead.module.css";

interface SongHeadProps {
  song: SongDetail;
  mayChange: boolean;
  onRemoved: () => void;
}

/** What a song is, the way to dance to it, and its owner's words on it. */
export function SongHead({ song, mayChange, onRemoved }: SongHeadProps) {
  const words = useSongPageWords();
  const { songs, actions } = useMessages();
  const [open, setOpen] = useState<"rename" | "remove" | null>(null);
  const { tempo_bpm, tempo_reach } = song;
  const facts = [
    song.artist,
    song.genre,
    tempo_bpm === null ? "" : songs.tempo(tempo_bpm),
    formatTime(song.duration_s),
  ].filter(Boolean);
  return (
    <header className={styles.head}>
      <div>
        <h1>{song.title}</h1>
        <p className={styles.facts}>{facts.join(" · ")}</p>
        {tempo_bpm !== null && <p className={styles.facts}>{words.reach(tempo_reach.moves)}</p>}
      </div>
      <div className={styles.ways}>
        <ButtonLink to={`/dance?song=${song.id}`} look="primary" icon="dance">
          {words.dance}
        </ButtonLink>
        <ButtonLink to="/dance" look="quiet" icon="back">
          {words.allSongs}
        </ButtonLink>
        {mayChange && (
          <>
            <Button icon="pencil" onClick={() => setOpen("rename")}>
              {words.rename}
            </Button>
            <Button look="quiet" icon="trash" onClick={() => setOpen("remove")}>
              {actions.remove}
            </Button>
          </>
        )}
      </div>
      {open === "rename" && <RenameDialog song={song} onClose={() => setOpen(null)} />}
      {open === "remove" && (
        <RemoveSongDialog song={song} onClose={() => setOpen(null)} onRemoved={onRemoved} />
      )}
    </header>
  );
}
