import { useRef } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { useMe } from "@/features/auth";
import {
  MatchCount,
  MatchingMoves,
  requestOf,
  useRequestChoreography,
  WishForm,
  wishesFrom,
  WishSummary,
} from "@/features/generate";
import { ChosenSong } from "@/features/song";
import { SongPicker, SongUpload } from "@/features/songs";
import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { PageTitle } from "../layout/PageTitle";
import styles from "./DancePage.module.css";

/** Choose a song and how to dance it. The choice lives in the address: a reload or a shared link keeps it. */
export function DancePage() {
  const { songs, generate } = useMessages();
  const [query, setQuery] = useSearchParams();
  const navigate = useNavigate();
  const wishPlace = useRef<HTMLElement>(null);
  const { order, isPending, error } = useRequestChoreography();
  const { data: me } = useMe();
  const wishes = wishesFrom(query, me?.preferences);
  const songId = query.get("song");

  const change = (values: Record<string, string>) =>
    setQuery((before) => ({ ...Object.fromEntries(before), ...values }), {
      replace: true,
      preventScrollReset: true,
    });
  const start = async () => {
    if (songId === null) return;
    const taskId = await order(requestOf(songId, wishes)).catch(() => null); // `error` says why below.
    if (taskId !== null) await navigate(`/dance/${taskId}`);
  };

  return (
    <div className={styles.page}>
      <PageTitle title={songs.title} />
      <section className={styles.songs}>
        <h1>{songs.title}</h1>
        <SongUpload onReady={(id) => change({ song: id })} />
        <SongPicker chosenId={songId} onChoose={(song) => change({ song: song.id })} />
      </section>
      <section className={styles.wishes} ref={wishPlace}>
        {songId !== null && <ChosenSong songId={songId} />}
        <h2>{generate.title}</h2>
        <WishForm wishes={wishes} onChange={change} />
        <MatchingMoves wishes={wishes} />
        <div className={styles.start}>
          {error && <ProblemNotice error={error} />}
          <div className={styles.facts}>
            <WishSummary wishes={wishes} onOpen={() => wishPlace.current?.scrollIntoView()} />
            <MatchCount wishes={wishes} />
          </div>
          <Button look="primary" disabled={songId === null || isPending} onClick={() => void start()}>
            {isPending ? generate.starting : songId === null ? generate.chooseFirst : generate.start}
          </Button>
        </div>
      </section>
    </div>
  );
}
