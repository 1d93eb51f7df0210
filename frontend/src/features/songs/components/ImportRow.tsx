import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { ApiProblem } from "@/shared/api/problem";
import { queryKeys } from "@/shared/api/query-keys";
import { Button } from "@/shared/ui/Button";
import { Progress } from "@/shared/ui/Progress";
import { useForgetImport, useSongImport } from "../api/imports";
import { useSongWords } from "../words";
import { SongProblem } from "./SongProblem";
import styles from "./SongUpload.module.css";

interface ImportRowProps {
  importId: string;
  /** Hears of the song when it is there; null for one that was brought in on another day or page. */
  onReady: ((songId: string) => void) | null;
}

/** A song on its way: it says what happens until the song is there, and why when it does not come. */
export function ImportRow({ importId, onReady }: ImportRowProps) {
  const words = useSongWords();
  const cache = useQueryClient();
  const { data: arriving } = useSongImport(importId);
  const forget = useForgetImport();
  const songId = arriving?.song_id ?? null;

  const welcome = useEffectEvent((id: string) => {
    void cache.invalidateQueries({ queryKey: queryKeys.songs });
    void cache.invalidateQueries({ queryKey: queryKeys.songImports, exact: true });
    onReady?.(id);
  });
  useEffect(() => {
    if (songId !== null) welcome(songId);
  }, [songId]);

  if (!arriving || forget.isSuccess) return null;
  const name = arriving.title || arriving.file_name || words.aSong;
  if (arriving.status === "completed") return <p role="status">{words.arrived(name)}</p>;
  if (arriving.status === "failed")
    return (
      <SongProblem
        error={new ApiProblem(arriving.error?.code ?? "", arriving.error?.detail ?? words.notTaken, 400)}
        onClose={() => forget.mutate(importId)}
      />
    );
  return (
    <div className={styles.row}>
      <p role="status">{arriving.worker_online ? words.listening(name) : words.nobody(name)}</p>
      <Button look="quiet" disabled={forget.isPending} onClick={() => forget.mutate(importId)}>
        {words.stop}
      </Button>
      <Progress label={words.listening(name)} percent={null} />
    </div>
  );
}
