import { useState } from "react";
import type { SongDetail } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { Button, IconButton } from "@/shared/ui/Button";
import { Notice } from "@/shared/ui/Notice";
import { Toggle } from "@/shared/ui/Toggle";
import { useClicks } from "../hooks/useClicks";
import { useSongAudio } from "../hooks/useSongAudio";
import { phraseAt, phraseStartS, phraseView } from "../lib/view";
import { useAtTime } from "@/shared/sound/clock";
import { useSongPageWords } from "../words";
import { CountTools } from "./CountTools";
import { NowCount } from "./NowCount";
import styles from "./SongSheet.module.css";
import { Sureness } from "./Sureness";
import { Waveform } from "./Waveform";

interface SongSheetProps {
  song: SongDetail;
  /** Whether the reader may correct the counts. */
  mayChange: boolean;
}

/** A song to look at and to listen to with its counts, and the tools to put them right. */
export function SongSheet({ song, mayChange }: SongSheetProps) {
  const words = useSongPageWords();
  const { player } = useMessages();
  const [address] = useState(song.audio_url); // Each answer signs it anew; the song would start over.
  const [clicks, setClicks] = useState(true);
  const [close, setClose] = useState(false);
  const { grid, duration_s } = song;
  const { audioRef, clock, playing, failed, toggle, seek, events } = useSongAudio(duration_s);
  const phrase = useAtTime(clock, (timeS) => (grid ? phraseAt(grid, timeS) : 0));
  useClicks(audioRef, clock, grid, clicks);

  const view = close && grid ? phraseView(grid, phrase, duration_s) : { startS: 0, endS: duration_s };
  const toPhrase = (number: number) => grid && seek(phraseStartS(grid, Math.max(0, number), duration_s));
  const back = () => {
    // In the middle of a phrase "back" means its own 1, as with every player.
    const isLate = grid !== null && clock.timeS() - phraseStartS(grid, phrase, duration_s) > 1;
    toPhrase(isLate ? phrase : phrase - 1);
  };

  return (
    <div className={styles.sheet}>
      <audio ref={audioRef} src={address} preload="metadata" {...events} />
      <Waveform song={song} view={view} clock={clock} onSeek={seek} />
      {failed && (
        <Notice kind="trouble">
          <p>{words.audioFailed}</p>
        </Notice>
      )}
      <div className={styles.transport}>
        <IconButton icon="previous" label={words.phraseBack} disabled={!grid} onClick={back} />
        <Button look="primary" icon={playing ? "pause" : "play"} className={styles.play} onClick={toggle}>
          {playing ? player.pause : player.play}
        </Button>
        <IconButton
          icon="next"
          label={words.phraseOn}
          disabled={!grid}
          onClick={() => toPhrase(phrase + 1)}
        />
        <NowCount clock={clock} grid={grid} durationS={duration_s} />
        <div className={styles.switches}>
          <Toggle
            icon="sound"
            label={words.clicks}
            title={words.clicksLong}
            on={clicks}
            disabled={!grid}
            onToggle={() => setClicks(!clicks)}
          />
          <Toggle
            icon="zoom"
            label={words.zoom}
            title={words.zoomLong}
            on={close}
            disabled={!grid}
            onToggle={() => setClose(!close)}
          />
        </div>
      </div>
      {grid ? <Sureness grid={grid} corrected={song.corrections} /> : <p>{words.notAnalysed}</p>}
      {grid && mayChange && <CountTools song={song} clock={clock} />}
      {grid && !mayChange && <p className={styles.quiet}>{words.notYours}</p>}
    </div>
  );
}
