import type { ChoreographyRequest, Task, TaskSummary, User } from "../src/shared/api/types.ts";
import { json, notFound, page, problem } from "./fixture-answers.ts";
import { createAccountFixtures } from "./fixture-account.ts";
import { createChatFixtures } from "./fixture-chat.ts";
import { createClassFixtures } from "./fixture-classes.ts";
import { createCollectionFixtures, sharedAnswer } from "./fixture-collections.ts";
import { songOf } from "./fixture-data.ts";
import { moveAnswer } from "./fixture-moves.ts";
import { createRenditionFixtures } from "./fixture-renditions.ts";
import { createSongFixtures } from "./fixture-songs.ts";
import { aged, orderedTask, standingTasks } from "./fixture-tasks.ts";

/** The login that the fixture server knows from the start. */
export const FIXTURE_LOGIN = { email: "ana@example.org", password: "one two three tap" };
/** What the fixture server mails to that account. */
export const FIXTURE_RESET_TOKEN = "d2abcd-0123456789";
export const FIXTURE_RESET_HASH = `#05e50000-0000-4000-8000-000000000001/${FIXTURE_RESET_TOKEN}`;
/** An instructor's. */
export const FIXTURE_TEACHER = { email: "luz@example.org", password: "one two three tap" };

export interface FixtureApi {
  handle: (request: Request) => Promise<Response>;
  /** Let every access token run out, as an hour would. */
  expireAccess: () => void;
  /** What was asked, as "METHOD path". */
  readonly asked: string[];
}

/**
 * An API in memory that keeps the contract of the real one: for component tests and for work on the front end without a
 * database. `now` is in milliseconds.
 */
export function createFixtureApi({
  now = () => Date.now(),
  standing = false,
  takesAddresses = false,
  delivery = "email",
} = {}): FixtureApi {
  const users = new Map<string, { user: User; password: string }>([
    [
      FIXTURE_LOGIN.email,
      { user: userNamed(1, FIXTURE_LOGIN.email, "Ana"), password: FIXTURE_LOGIN.password },
    ],
    [
      FIXTURE_TEACHER.email,
      {
        user: { ...userNamed(2, FIXTURE_TEACHER.email, "Luz"), role: "instructor" },
        password: FIXTURE_TEACHER.password,
      },
    ],
  ]);
  const accessOf = new Map<string, User>();
  const refreshOf = new Map<string, User>();
  const tasks = new Map<string, Task>((standing ? standingTasks() : []).map((task) => [task.task_id, task]));
  const ownerOf = new Map<string, string>([...tasks.keys()].map((id) => [id, FIXTURE_LOGIN.email]));
  const ordered = new Map<string, string>();
  const collections = createCollectionFixtures({ standing });
  const classes = createClassFixtures({ standing });
  const chat = createChatFixtures(now);
  const account = createAccountFixtures();
  const songs = createSongFixtures({ takesAddresses });
  const renditions = createRenditionFixtures();
  const asked: string[] = [];
  let serial = 0;

  const looked = (task: Task) => aged(task, (now() - Date.parse(task.created_at)) / 1000);

  const sessionFor = (user: User, status: number, withUser = true) => {
    serial += 1;
    accessOf.set(`access-${serial}`, user);
    refreshOf.set(`refresh-${serial}`, user);
    const body = {
      access: `access-${serial}`,
      access_expires_in_s: 300,
      refresh: null,
      ...(withUser && { user }),
    };
    const cookie = `bb_refresh=refresh-${serial}; HttpOnly; SameSite=Strict; Path=/api/auth/`;
    return json(status, body, { "Set-Cookie": cookie });
  };

  const doors: Record<string, (request: Request) => Promise<Response> | Response> = {
    "POST /api/auth/login/": async (request) => {
      const { email, password } = (await request.json()) as { email: string; password: string };
      const known = users.get(email);
      if (known?.password !== password)
        return problem(401, "invalid_credentials", "No account has this email and password.");
      return sessionFor(known.user, 200);
    },
    "POST /api/auth/register/": async (request) => {
      const account = (await request.json()) as { email: string; password: string; display_name: string };
      if (users.has(account.email))
        return problem(400, "validation_error", "Please check the fields.", {
          email: ["An account with this email exists already."],
        });
      const user = userNamed(users.size + 1, account.email, account.display_name);
      users.set(account.email, { user, password: account.password });
      return sessionFor(user, 201);
    },
    "POST /api/auth/refresh/": (request) => {
      if (request.headers.get("X-Requested-With") !== "bachata-buddy")
        return problem(403, "forbidden", "Not from here.");
      const token = /bb_refresh=([\w-]+)/.exec(request.headers.get("cookie") ?? "")?.[1] ?? "";
      const user = refreshOf.get(token);
      refreshOf.delete(token);
      return user ? sessionFor(user, 200, false) : problem(401, "not_authenticated", "Please sign in.");
    },
    "GET /api/auth/password/reset/": () => json(200, { delivery }),
    "POST /api/auth/password/reset/": () => json(202, { delivery }),
    "POST /api/auth/password/reset/confirm/": async (request) => {
      const given = (await request.json()) as { uid: string; token: string; new_password: string };
      const known = [...users.values()].find(({ user }) => user.id === given.uid);
      if (!known || given.token !== FIXTURE_RESET_TOKEN)
        return problem(400, "spent_link", "This link is no longer good: ask for a new one.");
      if (given.new_password === "1234567890")
        return problem(400, "weak_password", "This password is too common.");
      known.password = given.new_password;
      return new Response(null, { status: 204 });
    },
    "POST /api/auth/logout/": () =>
      new Response(null, {
        status: 204,
        headers: { "Set-Cookie": "bb_refresh=; Max-Age=0; Path=/api/auth/" },
      }),
  };

  const inside = async (request: Request, user: User): Promise<Response> => {
    const told = (await chat(request, user)) ?? (await account(request, user));
    if (told) return told;
    const url = new URL(request.url);
    const isOwn = ({ task_id }: Task) => ownerOf.get(task_id) === user.email;
    const named = tasks.get(/\/tasks\/([\w-]+)\//.exec(url.pathname)?.[1] ?? "");
    const task = named && isOwn(named) ? named : undefined;
    switch (`${request.method} ${url.pathname.replace(/\/tasks\/[\w-]+\//, "/tasks/{task_id}/")}`) {
      case "GET /api/auth/me/":
        return json(200, user);
      case "POST /api/choreography/generate/":
        return generate(request, user);
      case "GET /api/choreography/tasks/":
        return json(200, page([...tasks.values()].filter(isOwn).map(looked).map(summary).sort(newestFirst)));
      case "GET /api/choreography/tasks/{task_id}/":
        return task ? json(200, looked(task)) : notFound();
      case "DELETE /api/choreography/tasks/{task_id}/":
        return task && tasks.delete(task.task_id) ? new Response(null, { status: 204 }) : notFound();
      case "POST /api/choreography/tasks/{task_id}/cancel/":
        return task ? cancel(looked(task)) : notFound();
      default:
        return (
          (await songs(request)) ??
          moveAnswer(request) ??
          (await renditions(request)) ??
          (await collections(request)) ??
          (await classes.inside(request)) ??
          notFound()
        );
    }
  };

  const generate = async (request: Request, user: User) => {
    const wish = (await request.json()) as ChoreographyRequest;
    if (!songOf(wish.song_id)) return problem(404, "not_found", "There is no such song.");
    const key = request.headers.get("Idempotency-Key");
    const id =
      ordered.get(key ?? "") ?? `7a5c0000-0000-4000-8000-0000000001${String(++serial).padStart(2, "0")}`;
    if (key !== null) ordered.set(key, id);
    ownerOf.set(id, user.email);
    if (!tasks.has(id)) tasks.set(id, orderedTask(id, wish, new Date(now()).toISOString()));
    return json(202, { task_id: id, status: "queued", poll_url: `/api/choreography/tasks/${id}/` });
  };

  const cancel = (task: Task) => {
    if (task.status !== "queued" && task.status !== "processing")
      return problem(409, "task_finished", "This dance is already finished.");
    const stopped: Task = { ...task, status: "cancelled" };
    tasks.set(task.task_id, stopped);
    return json(200, stopped);
  };

  return {
    asked,
    expireAccess: () => accessOf.clear(),
    handle: async (request) => {
      const door = `${request.method} ${new URL(request.url).pathname}`;
      asked.push(door);
      const open = doors[door];
      if (open) return open(request);
      const token = /^GET \/api\/share\/([^/]+)\/$/.exec(door)?.[1];
      if (token) return sharedAnswer(token);
      const opened = classes.outside(request);
      if (opened) return opened;
      const user = accessOf.get(request.headers.get("Authorization")?.replace("Bearer ", "") ?? "");
      return user ? inside(request, user) : problem(401, "token_not_valid", "Please sign in again.");
    },
  };
}

const newestFirst = (a: TaskSummary, b: TaskSummary) => b.created_at.localeCompare(a.created_at);

function summary({ result, worker_online, ...task }: Task): TaskSummary {
  return task;
}

const userNamed = (index: number, email: string, display_name: string): User => ({
  id: `05e50000-0000-4000-8000-00000000000${index}`,
  email,
  display_name,
  role: "dancer",
  preferences: {
    difficulty: "beginner",
    energy: "medium",
    style: "romantic",
    role: null,
    language: "en",
    captions: true,
    autosave: true,
  },
});
