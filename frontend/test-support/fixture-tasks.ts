import type { ChoreographyRequest, Task } from "../src/shared/api/types.ts";
import { FIXTURE_BLUEPRINT, FIXTURE_DURATION_S, SONGS, songOf, STANDING } from "./fixture-data.ts";

/** When each stage of a fixture dance begins, in seconds after the order. */
const SCHEDULE = [
  [0, "waiting", 0],
  [0.4, "analysing", 10],
  [0.9, "searching", 35],
  [1.3, "sequencing", 55],
  [1.8, "assembling", 75],
  [2.4, "publishing", 95],
] as const;
const READY_AFTER_S = 2.8;

const RESULT: NonNullable<Task["result"]> = {
  video_url: "/media/dance.mp4?signature=1",
  poster_url: "/media/poster.jpg",
  captions_url: "/media/captions.vtt",
  chapters_url: "/media/chapters.vtt",
  duration_s: FIXTURE_DURATION_S,
  blueprint: FIXTURE_BLUEPRINT,
};

/** What a finished dance has besides. */
export const READY = { result: RESULT, poster_url: RESULT.poster_url };

export function blankTask(id: string, createdAt: string): Task {
  return {
    task_id: id,
    kind: "generate",
    choreography_id: null,
    blueprint_id: null,
    status: "queued",
    stage: "waiting",
    message: "",
    progress: 0,
    worker_online: true,
    released: null,
    reasoning: [],
    conversation_id: null,
    reply: "",
    question: false,
    song: brief(0),
    difficulty: "beginner",
    energy: "medium",
    style: "romantic",
    duration_s: null,
    seed: 1,
    error: null,
    created_at: createdAt,
    started_at: null,
    finished_at: null,
    result: null,
    poster_url: null,
  };
}

function brief(index: number): NonNullable<Task["song"]> {
  const song = SONGS[index];
  if (!song) throw new Error(`no fixture song ${index}`);
  return { id: song.id, title: song.title, artist: song.artist, duration_s: song.duration_s };
}

export const standingTasks = (): Task[] =>
  Object.entries(STANDING).map(([name, { id, song, ...state }], index) => ({
    ...blankTask(id, new Date(Date.UTC(2026, 10, 19, 20 - index, 12)).toISOString()),
    ...state,
    song: brief(song),
    worker_online: name !== "offline",
    error:
      name === "failed"
        ? { code: "no_rhythm", detail: "We could not find a steady beat in this song." }
        : null,
    ...(name === "ready" && { ...READY, choreography_id: "c40e0000-0000-4000-8000-000000000001" }),
  }));

export function orderedTask(id: string, request: ChoreographyRequest, createdAt: string): Task {
  const song = SONGS.indexOf(songOf(request.song_id) ?? failWith("unknown song"));
  const { difficulty, energy, style } = request;
  return { ...blankTask(id, createdAt), song: brief(song), difficulty, energy, style };
}

/** A task as it is `ageS` seconds after its order; one that is finished or stands still stays as it is. */
export function aged(task: Task, ageS: number): Task {
  if (task.status !== "queued" && task.status !== "processing") return task;
  if (Object.values(STANDING).some(({ id }) => id === task.task_id)) return task;
  if (ageS >= READY_AFTER_S) return { ...task, status: "completed", stage: "done", progress: 100, ...READY };
  const [, stage, progress] = SCHEDULE.findLast(([fromS]) => ageS >= fromS) ?? SCHEDULE[0];
  return { ...task, status: stage === "waiting" ? "queued" : "processing", stage, progress };
}

function failWith(sentence: string): never {
  throw new Error(sentence);
}
