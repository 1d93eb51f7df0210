import type { Rendition, Wanted } from "../src/features/downloads/types.ts";
import { json, notFound, page, problem } from "./fixture-answers.ts";

/** How far a copy is at each look. */
const STEPS = [
  ["queued", 0],
  ["processing", 40],
  ["completed", 100],
] as const;

/** Further copies of dances, made while one looks. */
export function createRenditionFixtures() {
  const rows = new Map<string, { taskId: string; row: Rendition; looks: number }>();

  const ask = (taskId: string, wanted: Wanted): Response => {
    const { kind, ...parameters } = wanted;
    const name = [kind, ...Object.values(parameters as Record<string, unknown>)].join("-");
    const known = [...rows.values()].find((each) => each.taskId === taskId && each.row.name === name);
    if (known) return json(200, known.row);
    if (kind === "phrase" && wanted.phrase >= 16) return problem(400, "not_a_phrase", "No such phrase.");
    const id = `4e4d0000-0000-4000-8000-00000000000${rows.size + 1}`;
    const row: Rendition = {
      id,
      kind,
      name,
      parameters,
      status: "queued",
      progress: 0,
      poll_url: `/api/choreography/tasks/${taskId}/renditions/${id}/`,
      url: null,
      bytes: null,
      duration_s: null,
      start_s: 0,
      rate: "rate" in wanted ? (wanted.rate ?? 1) : 1,
      error: null,
      created_at: new Date(Date.UTC(2026, 10, 20, 10, rows.size)).toISOString(),
      finished_at: null,
    };
    rows.set(id, { taskId, row, looks: 0 });
    return json(202, row);
  };

  const looked = (taskId: string): Rendition[] =>
    [...rows.values()]
      .filter((each) => each.taskId === taskId)
      .map((each) => {
        const [status, progress] = STEPS[Math.min(each.looks, STEPS.length - 1)] ?? STEPS[2];
        each.looks += 1;
        const done = status === "completed" && { url: "/media/dance.mp4?copy", bytes: 8_400_000 };
        each.row = { ...each.row, status, progress, ...done };
        return each.row;
      });

  return async (request: Request): Promise<Response | null> => {
    const path = /\/tasks\/([\w-]+)\/renditions\/(?:([\w-]+)\/)?$/.exec(new URL(request.url).pathname);
    if (!path) return null;
    const [, taskId = "", id] = path;
    if (id !== undefined && request.method === "DELETE")
      return rows.delete(id) ? new Response(null, { status: 204 }) : notFound();
    if (request.method === "POST") return ask(taskId, (await request.json()) as Wanted);
    return json(200, page(looked(taskId)));
  };
}
