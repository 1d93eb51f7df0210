import type { paths } from "../src/shared/api/schema";
import type { Task, User } from "../src/shared/api/types.ts";
import { json, notFound, page, problem } from "./fixture-answers.ts";
import { FIXTURE_BLUEPRINT } from "./fixture-data.ts";
import { chatTask, REPLY_AFTER_S, settledTask, type Script } from "./fixture-chat-tasks.ts";

type Conversation =
  paths["/api/choreography/conversations/{conversation_id}/"]["get"]["responses"][200]["content"]["application/json"];
type Turn = Conversation["turns"][number];
type Place = Turn["diff"][number];

interface Talk {
  id: string;
  owner: string;
  createdAt: string;
  turns: { request: string; script: Script; taskId: string; atMs: number; stoppedAtMs: number | null }[];
}

/** Which song to dance to, asked in words; what every other sentence comes to is in `scriptFor`. */
const QUESTION = "I have no song “Obsesión”. Shall I take “Café sin azúcar” or “Dime que sí”?";

const fourth = FIXTURE_BLUEPRINT.segments[3];
const DIFF: Place[] = [
  {
    time_s: fourth?.target.start_s ?? 0,
    first_beat: fourth?.target.first_beat ?? 0,
    counts: 8,
    before: "Dip",
    after: "Lady turn",
  },
];

function scriptFor(sentence: string): Script {
  if (/obsesi/i.test(sentence)) return { ends: "asked", reply: QUESTION, diff: [] };
  if (/undo/i.test(sentence))
    return { ends: "danced", reply: "Undone: this is the dance as it was before.", diff: [] };
  if (/slower/i.test(sentence)) return { ends: "danced", reply: "One move changed.", diff: DIFF };
  if (/impossible/i.test(sentence)) return { ends: "failed", reply: "", diff: [] };
  return { ends: "danced", reply: "Your romantic beginner dance to “Noche en el Malecón”.", diff: [] };
}

/** The chat in memory: sentences are answered by a script, step by step, as time goes. */
export function createChatFixtures(now: () => number) {
  const talks = new Map<string, Talk>();
  let serial = 0;

  const taskOf = ({ taskId, script, atMs, stoppedAtMs }: Talk["turns"][number], id: string): Task => {
    const ageS = ((stoppedAtMs ?? now()) - atMs) / 1000;
    const task = chatTask({
      taskId,
      conversationId: id,
      createdAt: new Date(atMs).toISOString(),
      script,
      ageS,
    });
    return stoppedAtMs === null ? task : { ...task, status: "cancelled", result: null };
  };

  const turnOf = (talk: Talk, index: number): Turn => {
    const said = talk.turns[index] ?? failWith(index);
    const task = taskOf(said, talk.id);
    return {
      number: index + 1,
      request: said.request,
      reply: task.reply,
      question: task.question,
      task_id: said.taskId,
      status: task.status,
      choreography_id: task.choreography_id,
      blueprint_id: task.blueprint_id,
      diff: task.reply === "" ? [] : said.script.diff,
      by_model: "",
      created_at: task.created_at,
    };
  };

  const summaryOf = ({ id, createdAt, turns }: Talk) => ({
    id,
    title: turns[0]?.request ?? null,
    turn_count: turns.length,
    language: "en",
    choreography_id: null,
    created_at: createdAt,
    updated_at: new Date(turns.at(-1)?.atMs ?? 0).toISOString(),
  });

  const describe = async (request: Request, owner: string): Promise<Response> => {
    const said = (await request.json()) as { user_request: string; conversation_id: string | null };
    const known = talks.get(said.conversation_id ?? "");
    if (said.conversation_id !== null && known?.owner !== owner) return notFound();
    if (said.user_request.includes("too many"))
      return problem(429, "too_many_tasks", "You have several choreographies in the making.");
    const last = known && turnOf(known, known.turns.length - 1);
    if (last?.reply === "" && (last.status === "queued" || last.status === "processing"))
      return problem(409, "still_answering", "Your last sentence is still being answered.");
    serial += 1;
    const number = String(serial).padStart(2, "0");
    const talk = known ?? {
      id: `c0de0000-0000-4000-8000-0000000000${number}`,
      owner,
      createdAt: new Date(now()).toISOString(),
      turns: [],
    };
    talks.set(talk.id, talk);
    const taskId = `7a5c0000-0000-4000-8000-0000000002${number}`;
    const script = scriptFor(said.user_request);
    talk.turns.push({ request: said.user_request, script, taskId, atMs: now(), stoppedAtMs: null });
    return json(202, {
      task_id: taskId,
      conversation_id: talk.id,
      status: "queued",
      poll_url: `/api/choreography/tasks/${taskId}/`,
    });
  };

  const answerTask = (door: string, taskId: string, owner: string): Response | null => {
    for (const talk of talks.values()) {
      const turn = talk.turns.find((each) => each.taskId === taskId);
      if (!turn || talk.owner !== owner) continue;
      if (door.startsWith("POST")) turn.stoppedAtMs ??= now();
      return json(200, taskOf(turn, talk.id));
    }
    return null;
  };

  /** Answer what concerns the chat; null for the rest. */
  return async (request: Request, { email }: User): Promise<Response | null> => {
    const { pathname } = new URL(request.url);
    const door = `${request.method} ${pathname}`;
    if (door === "POST /api/choreography/describe/") return describe(request, email);
    const own = [...talks.values()].filter(({ owner }) => owner === email);
    if (door === "GET /api/choreography/conversations/") return json(200, page(own.map(summaryOf).reverse()));
    const [, conversationId = ""] = /\/conversations\/([\w-]+)\/$/.exec(pathname) ?? [];
    const talk = own.find(({ id }) => id === conversationId);
    if (conversationId !== "" && !talk) return notFound();
    if (talk && request.method === "DELETE") {
      talks.delete(talk.id);
      return new Response(null, { status: 204 });
    }
    if (talk)
      return json(200, { ...summaryOf(talk), turns: talk.turns.map((_turn, index) => turnOf(talk, index)) });
    const [, taskId = ""] = /\/tasks\/([\w-]+)\/(?:cancel\/)?$/.exec(pathname) ?? [];
    return answerTask(door, taskId, email);
  };
}

/** How long after a sentence its answer and its video are there, in milliseconds. */
export const FIXTURE_CHAT = { replyMs: REPLY_AFTER_S * 1000, readyMs: settledTask.afterS * 1000 };

function failWith(index: number): never {
  throw new Error(`no turn ${index}`);
}
