import { useNavigate, useParams } from "react-router";
import { useRequestChoreography } from "@/features/generate";
import { TaskProgress, TaskStopped, useTask, useTaskWords } from "@/features/task";
import { ApiProblem } from "@/shared/api/problem";
import type { Task } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { Button, ButtonLink } from "@/shared/ui/Button";
import { EmptyPlace } from "@/shared/ui/EmptyPlace";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { Waiting } from "@/shared/ui/Waiting";
import { PageTitle } from "../layout/PageTitle";
import { MakeVideo } from "../parts/MakeVideo";
import { ReadyDance } from "../parts/ReadyDance";

/** One dance, from the order to the practice. Its id is in the address, so a reload loses nothing. */
export function Component() {
  const { taskId = "" } = useParams();
  const { actions } = useMessages();
  const { data: task, error, refetch } = useTask(taskId);

  if (task?.status === "completed" && task.result)
    return <ReadyDance task={task} result={task.result} onExpired={refetch} />;
  if (task?.status === "completed" && task.choreography_id !== null)
    return <EarlierVersion title={task.song?.title} choreographyId={task.choreography_id} />;
  if (task && (task.status === "failed" || task.status === "cancelled")) return <StoppedDance task={task} />;
  if (task) return <DanceOnItsWay task={task} lost={error !== null} />;
  if (error instanceof ApiProblem && error.status === 404) return <UnknownDance />;
  if (error)
    return (
      <ProblemNotice error={error}>
        <Button onClick={() => void refetch()}>{actions.tryAgain}</Button>
      </ProblemNotice>
    );
  return <Waiting />;
}

function DanceOnItsWay({ task, lost }: { task: Task; lost: boolean }) {
  const { task: words } = useMessages();
  return (
    <>
      <PageTitle title={`${words.percent(task.progress)} · ${task.song?.title ?? words.untitled}`} />
      <TaskProgress task={task} lost={lost} />
    </>
  );
}

function EarlierVersion({ title, choreographyId }: { title: string | undefined; choreographyId: string }) {
  const { task: shared } = useMessages();
  const words = useTaskWords();
  return (
    <>
      <PageTitle title={title ?? shared.untitled} />
      <EmptyPlace
        level="h1"
        title={words.earlierTitle}
        action={<MakeVideo choreographyId={choreographyId}>{words.toCurrent}</MakeVideo>}
      >
        {words.earlier}
      </EmptyPlace>
    </>
  );
}

function StoppedDance({ task }: { task: Task }) {
  const navigate = useNavigate();
  const { order, isPending, error } = useRequestChoreography();
  const { song, difficulty, energy, style, duration_s, seed } = task;
  const { task: words } = useMessages();
  const startAgain = async () => {
    if (song === null || difficulty === null || energy === null || style === null) return;
    const request = { song_id: song.id, difficulty, energy, style, duration_s, seed };
    const taskId = await order(request).catch(() => null); // `error` says why below.
    if (taskId !== null) await navigate(`/dance/${taskId}`);
  };
  return (
    <>
      <PageTitle title={song?.title ?? words.untitled} />
      <TaskStopped task={task} starting={isPending} onStartAgain={() => void startAgain()} />
      {error && <ProblemNotice error={error} />}
    </>
  );
}

function UnknownDance() {
  const { task: words, actions } = useMessages();
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
}
