import { useNavigate, useParams } from "react-router";
import { useMe } from "@/features/auth";
import { SongHead, SongSheet, useSong, useSongPageWords } from "@/features/song";
import { ApiProblem } from "@/shared/api/problem";
import { useMessages } from "@/shared/i18n";
import { Button, ButtonLink } from "@/shared/ui/Button";
import { EmptyPlace } from "@/shared/ui/EmptyPlace";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { Waiting } from "@/shared/ui/Waiting";
import { PageTitle } from "../layout/PageTitle";
import styles from "./Page.module.css";

/** One song: how it sounds, where its counts are, and the way to dance to it. */
export function Component() {
  const { songId = "" } = useParams();
  const words = useSongPageWords();
  const { actions } = useMessages();
  const navigate = useNavigate();
  const { data: me } = useMe();
  const { data: song, error, refetch } = useSong(songId);
  if (song) {
    const mayChange = song.is_own || me?.role === "staff";
    return (
      <article className={styles.page}>
        <PageTitle title={song.title} />
        <SongHead song={song} mayChange={mayChange} onRemoved={() => void navigate("/dance")} />
        <SongSheet key={song.id} song={song} mayChange={mayChange} />
      </article>
    );
  }
  if (error instanceof ApiProblem && error.status === 404)
    return (
      <>
        <PageTitle title={words.unknownTitle} />
        <EmptyPlace
          level="h1"
          title={words.unknownTitle}
          action={<ButtonLink to="/dance">{actions.toSongs}</ButtonLink>}
        >
          {words.unknown}
        </EmptyPlace>
      </>
    );
  if (error)
    return (
      <ProblemNotice error={error}>
        <Button onClick={() => void refetch()}>{actions.tryAgain}</Button>
      </ProblemNotice>
    );
  return <Waiting />;
}
