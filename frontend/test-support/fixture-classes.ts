import type {
  AssignedPlan,
  Assignment,
  ClassSummary,
  NewItem,
  OwnPractice,
  Plan,
  PlanItem,
  PlanWords,
} from "../src/features/classes/types.ts";
import { json, notFound, page, problem } from "./fixture-answers.ts";
import { VIDEO } from "./fixture-collections.ts";
import { FIXTURE_BLUEPRINT, SONGS, STANDING } from "./fixture-data.ts";

export const FIXTURE_CLASS = "tuesday-group";
const PLAN_ID = "c1a50000-0000-4000-8000-000000000001";
const DAY = new Date(Date.UTC(2026, 10, 20)).toISOString();

const blankPlan = (id: string, title: string): Plan => ({
  id,
  title,
  objective: "",
  level: "beginner",
  minutes: 60,
  date: null,
  warm_up: "",
  cool_down: "",
  notes: "",
  items: [],
  item_count: 0,
  item_minutes: 0,
  open_links: 0,
  created_at: DAY,
  updated_at: DAY,
  print_url: `/api/class-plans/print/${id}/`,
  pdf_url: `/api/class-plans/pdf/${id}/`,
});

function danceItem(id: string, position: number, song: number): PlanItem {
  const { id: song_id, title, artist, duration_s } = SONGS[song] ?? failWith(song);
  return {
    ...activity(id, position, title, 15),
    kind: "choreography",
    choreography_id: `c40e0000-0000-4000-8000-00000000000${song + 1}`,
    song: { id: song_id, title, artist, duration_s },
    video: { task_id: STANDING.ready.id, ...VIDEO },
  };
}

const activity = (id: string, position: number, title: string, minutes: number): PlanItem => ({
  id,
  position,
  kind: "activity",
  title,
  choreography_id: null,
  song: null,
  video: null,
  first_phrase: null,
  last_phrase: null,
  minutes,
  notes: "",
});

const itemId = (number: number) => `17e30000-0000-4000-8000-00000000000${number}`;

const tuesday = (): Plan => ({
  ...blankPlan(PLAN_ID, "Tuesday: turns and waves"),
  objective: "Turn on the 5 without losing the tap",
  date: "2026-12-01",
  warm_up: "Hip circles, then walks on 1 2 3 tap.\nEight counts each side.",
  items: [
    activity(itemId(1), 0, "Basic, side and forward", 10),
    {
      ...danceItem(itemId(2), 1, 0),
      kind: "phrases",
      first_phrase: 2,
      last_phrase: 4,
      notes: "First without music",
    },
    danceItem(itemId(3), 2, 1),
    activity(itemId(4), 3, "Social dance", 0),
  ],
});

/** Class plans in memory, by the contract of the real ones. */
export function createClassFixtures({ standing = false } = {}) {
  const plans = new Map<string, Plan>(standing ? [[PLAN_ID, tuesday()]] : []);
  const links = new Map<string, Assignment[]>();
  let serial = 10;
  let practice: OwnPractice[] = [];

  const counted = (plan: Plan): Plan => {
    const items = plan.items.map((item, position) => ({ ...item, position }));
    const minutes = items.reduce((sum, item) => sum + item.minutes, 0);
    return {
      ...plan,
      items,
      item_count: items.length,
      item_minutes: minutes,
      open_links: links.get(plan.id)?.length ?? 0,
    };
  };
  const keep = (plan: Plan, status = 200) => {
    plans.set(plan.id, counted(plan));
    return json(status, plans.get(plan.id));
  };
  const nextId = () => `c1a50000-0000-4000-8000-0000000000${++serial}`;

  const added = async (request: Request, plan: Plan) => {
    const {
      kind,
      title,
      minutes = 0,
      choreography_id,
      first_phrase,
      last_phrase,
    } = (await request.json()) as NewItem;
    if ((last_phrase ?? 0) > 16)
      return problem(400, "invalid_item", `The song has 16 phrases: phrase ${last_phrase ?? 0} is beyond.`);
    const song = Number(choreography_id?.slice(-2)) - 1;
    const item: PlanItem =
      kind === "activity"
        ? activity(nextId(), 0, title ?? "", minutes)
        : {
            ...danceItem(nextId(), 0, song),
            kind,
            minutes,
            first_phrase: first_phrase ?? null,
            last_phrase: last_phrase ?? null,
          };
    keep({ ...plan, items: [...plan.items, item] });
    return json(201, item);
  };

  const assigned = async (request: Request, plan: Plan) => {
    const { label = "", days = 30 } = (await request.json()) as { label?: string; days?: number };
    const expires_at = new Date(Date.now() + days * 86_400_000).toISOString();
    const link: Assignment = { id: nextId(), label, created_at: DAY, expires_at, students: 0 };
    links.set(plan.id, [link, ...(links.get(plan.id) ?? [])]);
    return json(201, { ...link, url: `/class/${FIXTURE_CLASS}` });
  };

  const inPlan = async (request: Request, plan: Plan, part: string, partId: string): Promise<Response> => {
    const withItem = (change: (item: PlanItem) => PlanItem | null) =>
      keep({
        ...plan,
        items: plan.items.flatMap((item) => (item.id === partId ? (change(item) ?? []) : item)),
      });
    switch (`${request.method} ${part}`) {
      case "GET ":
        return json(200, counted(plan));
      case "PATCH ":
        return keep({ ...plan, ...((await request.json()) as PlanWords) });
      case "DELETE ":
        plans.delete(plan.id);
        return new Response(null, { status: 204 });
      case "POST duplicate":
        return keep({ ...plan, id: nextId(), title: `${plan.title} (2)`, date: null }, 201);
      case "GET summary":
        return json(200, summary(counted(plan)));
      case "POST items":
        return added(request, plan);
      case "PATCH items": {
        const told = (await request.json()) as Partial<PlanItem>;
        return withItem((item) => ({ ...item, ...told }));
      }
      case "DELETE items":
        withItem(() => null);
        return new Response(null, { status: 204 });
      case "PUT order": {
        const { item_ids } = (await request.json()) as { item_ids: string[] };
        return keep({
          ...plan,
          items: item_ids.flatMap((id) => plan.items.filter((item) => item.id === id)),
        });
      }
      case "GET assignments":
        return json(200, links.get(plan.id) ?? []);
      case "POST assignments":
        return assigned(request, plan);
      case "DELETE assignments":
        links.set(
          plan.id,
          (links.get(plan.id) ?? []).map((link) =>
            link.id === partId ? { ...link, expires_at: DAY } : link,
          ),
        );
        return new Response(null, { status: 204 });
      case "GET practised":
        return json(200, page(plan.id === PLAN_ID ? PRACTISED : []));
      default:
        return notFound();
    }
  };

  return {
    /** Answer for the address of a class plan, or null for any other. */
    inside: async (request: Request): Promise<Response | null> => {
      const { pathname, searchParams } = new URL(request.url);
      if (pathname === `/api/assigned-plans/${FIXTURE_CLASS}/practice/`) return tell(request);
      if (!pathname.startsWith("/api/class-plans/")) return null;
      const [id = "", part = "", partId = ""] = pathname.slice("/api/class-plans/".length).split("/");
      if (id === "statistics") return json(200, { ...NUMBERS, plans: plans.size });
      if (id === "" && request.method === "POST") {
        const { title } = (await request.json()) as { title: string };
        return keep(blankPlan(nextId(), title), 201);
      }
      const search = searchParams.get("search")?.toLowerCase() ?? "";
      if (id === "")
        return json(
          200,
          page([...plans.values()].map(counted).filter(({ title }) => title.toLowerCase().includes(search))),
        );
      const plan = plans.get(id);
      return plan ? inPlan(request, plan, part, partId) : notFound();
    },
    /** Answer for what a link opens, or null for any other address. */
    outside: (request: Request): Response | null => {
      const [, token, rest = ""] =
        /^\/api\/assigned-plans\/([^/]+)\/(items\/.*)?$/.exec(new URL(request.url).pathname) ?? [];
      if (token === undefined) return null;
      if (token !== FIXTURE_CLASS)
        return problem(404, "not_found", "This link opens nothing: it is wrong, or no longer open.");
      const plan = tuesday();
      if (rest === "") return json(200, handout(plan));
      const item = plan.items.find(({ id }) => rest.includes(id));
      if (!item?.song) return notFound();
      return json(200, { ...danceAnswer(item), start_s: 4.5, end_s: 16.5 });
    },
  };

  async function tell(request: Request): Promise<Response> {
    if (request.method === "DELETE") practice = [];
    if (request.method === "POST")
      practice = [
        ...practice,
        { practised_on: "2026-11-20", minutes: ((await request.json()) as { minutes: number }).minutes },
      ];
    if (request.method === "DELETE") return new Response(null, { status: 204 });
    return request.method === "GET" ? json(200, practice) : json(201, practice.at(-1));
  }
}

const NUMBERS = {
  minutes: 60,
  upcoming: 1,
  choreographies: 2,
  levels: {},
  open_links: 0,
  students: 2,
  practised_minutes: 55,
};

const PRACTISED = [
  { id: "1", student: "Luz", label: "Tuesday group", practised_on: "2026-11-19", minutes: 25 },
  { id: "2", student: "Marco", label: "Tuesday group", practised_on: "2026-11-18", minutes: 30 },
];

const handout = ({
  title,
  objective,
  level,
  minutes,
  date,
  warm_up,
  cool_down,
  items,
}: Plan): AssignedPlan => ({
  title,
  objective,
  level,
  minutes,
  date,
  warm_up,
  cool_down,
  items: items.map(({ choreography_id, notes, ...item }) => item),
});

const danceAnswer = (item: PlanItem) => ({
  title: item.title,
  song: item.song,
  expires_at: DAY,
  ...VIDEO,
  chapters_url: "/media/chapters.vtt",
  blueprint: FIXTURE_BLUEPRINT,
});

function summary(plan: Plan): ClassSummary {
  const { minutes, item_minutes, items } = plan;
  const dances = items.filter(({ choreography_id }) => choreography_id !== null);
  const moves = FIXTURE_BLUEPRINT.segments
    .slice(0, 3 * dances.length)
    .map(({ move_id, name, category, difficulty }) => ({
      move_id,
      name,
      category,
      difficulty,
      times: 1,
    }));
  const missing = [
    ...(plan.objective === "" ? [{ code: "no_objective", detail: "No objective.", item_id: null }] : []),
    ...(plan.cool_down === "" ? [{ code: "no_cool_down", detail: "No cool-down.", item_id: null }] : []),
    ...(item_minutes > minutes ? [{ code: "too_long", detail: "Too long.", item_id: null }] : []),
    ...items
      .filter((item) => item.minutes === 0)
      .map(({ id }) => ({ code: "no_minutes", detail: "No minutes.", item_id: id })),
  ];
  return {
    planned_minutes: minutes,
    item_minutes,
    left_minutes: minutes - item_minutes,
    moves: [...new Map(moves.map((move) => [move.move_id, move])).values()],
    categories: {},
    difficulties: {},
    hardest: moves.length > 0 ? "beginner" : null,
    missing,
  };
}

function failWith(index: number): never {
  throw new Error(`no fixture song ${index}`);
}
