import { useQueryClient } from "@tanstack/react-query";
import { useState, type DragEvent } from "react";
import { queryKeys } from "@/shared/api/query-keys";
import { Button } from "@/shared/ui/Button";
import { Icon } from "@/shared/ui/Icon";
import { Progress } from "@/shared/ui/Progress";
import { useOpenImports, useTakesAddresses } from "../api/imports";
import { SONG_FILES } from "../api/uploadSong";
import { useSendSong } from "../hooks/useSendSong";
import type { SongImport } from "../types";
import { useSongWords } from "../words";
import { AddressForm } from "./AddressForm";
import { ImportRow } from "./ImportRow";
import { SongProblem } from "./SongProblem";
import styles from "./SongUpload.module.css";

/** Bring a song of one's own: drop or choose a file, or name a video. `onReady` hears of those brought in here. */
export function SongUpload({ onReady }: { onReady: (songId: string) => void }) {
  const words = useSongWords();
  const cache = useQueryClient();
  const { data: open } = useOpenImports();
  const takesAddresses = useTakesAddresses();
  const [begun, setBegun] = useState<readonly string[]>([]);
  const [byAddress, setByAddress] = useState(false);
  const [over, setOver] = useState(false);
  const accept = (arrived: SongImport) => {
    cache.setQueryData(queryKeys.songImport(arrived.import_id), arrived);
    setBegun((before) => [...before.filter((id) => id !== arrived.import_id), arrived.import_id]);
    setByAddress(false);
  };
  const { sending, error, send, stop, forgive } = useSendSong(accept);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) void send(file);
  };
  const drag = (event: DragEvent, isOver: boolean) => {
    event.preventDefault();
    setOver(isOver);
  };
  const rows = [...begun, ...(open ?? []).map((each) => each.import_id).filter((id) => !begun.includes(id))];

  return (
    <section
      className={styles.drop}
      data-over={over}
      aria-label={words.ownSong}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false);
        take(event.dataTransfer.files);
      }}
    >
      <div className={styles.ways}>
        <label className={styles.file}>
          <input
            type="file"
            accept={SONG_FILES}
            className="visually-hidden"
            onChange={({ target }) => {
              take(target.files);
              target.value = ""; // The same file may be chosen again.
            }}
          />
          <Icon name="upload" size={20} />
          {words.chooseFile}
        </label>
        {takesAddresses && (
          <Button look="quiet" aria-expanded={byAddress} onClick={() => setByAddress(!byAddress)}>
            {words.fromAddress}
          </Button>
        )}
        <p className={styles.hint}>{words.fileHint}</p>
      </div>
      {byAddress && <AddressForm onAccepted={accept} />}
      {sending && (
        <div className={styles.row}>
          <p role="status">
            {sending.share < 1 ? words.sending(sending.name) : words.checking(sending.name)}
          </p>
          <Button look="quiet" onClick={stop}>
            {words.stop}
          </Button>
          <Progress label={words.sending(sending.name)} percent={100 * sending.share} />
        </div>
      )}
      {error !== null && <SongProblem error={error} onClose={forgive} />}
      {rows.map((id) => (
        <ImportRow key={id} importId={id} onReady={begun.includes(id) ? onReady : null} />
      ))}
    </section>
  );
}
