import type { Coverage, MoveDetail, MoveStatistics } from "../src/features/library/types.ts";
import { CATEGORIES, DIFFICULTIES, ENERGIES, STYLES, type Move } from "../src/shared/api/types.ts";
import { countOf } from "../src/shared/counts/grid.ts";
import { json, notFound, page, problem } from "./fixture-answers.ts";

const COUNT = 120;

const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index % list.length];
  if (item === undefined) throw new Error("an empty list has no item");
  return item;
};

const title = (category: string) => category.charAt(0).toUpperCase() + category.slice(1).replaceAll("_", " ");

/** A library of moves, each label in turn. */
export const MOVES: readonly Move[] = Array.from({ length: COUNT }, (_, index) => {
  const category = at(CATEGORIES, index);
  return {
    id: `30fe0000-0000-4000-8000-000000000${String(100 + index)}`,
    name: `${title(category)} ${Math.floor(index / CATEGORIES.length) + 1}`,
    category,
    difficulty: at(DIFFICULTIES, index),
    energy: at(ENERGIES, Math.floor(index / 3)),
    style: at(STYLES, Math.floor(index / 9)),
    role_focus: null,
    tempo_bpm: 110 + (index % 30),
    duration_s: 8.5,
    quality: 0.9,
    status: "published",
    poster_url: "/media/poster.jpg",
    is_own: index === 7,
  };
});

const beats = Array.from({ length: 16 }, (_, beat) => 0.5 + beat * 0.5);
const counted = { tempo_bpm: 120, beat_times_s: beats, count1_beats: [0, 8] };

const detail = (move: Move): MoveDetail => ({
  ...move,
  notes: "",
  filming_day: "2026-10-01",
  library: "demo",
  fps: 30,
  detection_rate: 0.99,
  identity_confidence: 0.97,
  role_confidence: 0.95,
  av_offset_ms: 0,
  clip_url: "/media/dance.mp4?clip",
  grid: {
    ...counted,
    counts: beats.map((_, beat) => countOf(counted, beat)),
    downbeat_beats: [0, 4, 8, 12],
    confidence: { beat: 0.9, downbeat: 0.8, count1: 0.7 },
  },
  cut_points: [
    { beat: 0, time_s: 0.5, room_beats: 16, count: 1 },
    { beat: 4, time_s: 2.5, room_beats: 12, count: 5 },
  ],
  flag_reason: null,
  created_at: "2026-10-01T10:00:00Z",
  updated_at: "2026-10-01T10:00:00Z",
});

const counts = <T extends string>(options: readonly T[], of: (move: Move) => T | null) =>
  Object.fromEntries(options.map((option) => [option, MOVES.filter((move) => of(move) === option).length]));

const statistics = (): MoveStatistics => ({
  total: COUNT,
  own: 1,
  by_category: counts(CATEGORIES, ({ category }) => category),
  by_difficulty: counts(DIFFICULTIES, ({ difficulty }) => difficulty),
  by_energy: counts(ENERGIES, ({ energy }) => energy),
  by_style: counts(STYLES, ({ style }) => style),
  flagged: null,
  slowest_bpm: 110,
  fastest_bpm: 139,
  mean_quality: 0.9,
  duration_s: COUNT * 8.5,
});

const coverage = (): Coverage => ({
  cells: DIFFICULTIES.flatMap((difficulty) =>
    ENERGIES.flatMap((energy) =>
      STYLES.map((style) => {
        const moves = MOVES.filter(
          (move) => move.difficulty === difficulty && move.energy === energy && move.style === style,
        ).length;
        return { difficulty, energy, style, moves, own: moves, thin: moves < 4, empty: moves < 1 };
      }),
    ),
  ),
  gaps: [{ difficulty: "advanced", energy: "low", style: "playful", cells: 3, missing: 9 }],
  reach: { "120": 100 },
});

/** The library over HTTP: found, looked at, compared, counted. */
export function moveAnswer(request: Request): Response | null {
  const url = new URL(request.url);
  const path = /^\/api\/choreography\/moves\/(.*)$/.exec(url.pathname)?.[1];
  if (path === undefined) return null;
  const query = url.searchParams;
  if (path === "") return listed(query);
  if (path === "preview/") return json(200, preview(query));
  if (path === "statistics/") return json(200, statistics());
  if (path === "coverage/") return json(200, coverage());
  const [, id, rest] = /^([\w-]+)\/(.*)$/.exec(path) ?? [];
  const move = MOVES.find((each) => each.id === id);
  if (!move) return notFound();
  if (rest === "similar/") {
    const alike = MOVES.filter((each) => each.category === move.category && each !== move);
    return json(
      200,
      alike.slice(0, 8).map((each, index) => ({ score: 2 - index / 10, move: each })),
    );
  }
  if (rest === "explanation/") return json(200, explanation(move, query.get("language") ?? "en"));
  return rest === "" ? json(200, detail(move)) : notFound();
}

function listed(query: URLSearchParams): Response {
  const labels = ["category", "difficulty", "energy", "style"] as const;
  const order = (query.get("ordering") ?? "category").replace("-", "") as keyof Move;
  const fitting = MOVES.filter(
    (move) =>
      labels.every((label) => !query.get(label) || move[label] === query.get(label)) &&
      move.name.toLowerCase().includes((query.get("search") ?? "").toLowerCase()) &&
      (query.get("mine") !== "true" || move.is_own) &&
      move.tempo_bpm >= Number(query.get("tempo_min") ?? 0) &&
      move.tempo_bpm <= Number(query.get("tempo_max") ?? Infinity),
  ).sort((a, b) => String(a[order]).localeCompare(String(b[order]), "en", { numeric: true }));
  const size = Number(query.get("page_size") ?? 25);
  const number = Number(query.get("page") ?? 1);
  const results = fitting.slice((number - 1) * size, number * size);
  if (number > 1 && results.length === 0) return problem(404, "not_found", "There is no such page.");
  const next = number * size < fitting.length ? `?page=${number + 1}` : null;
  return json(200, { ...page(results), count: fitting.length, next });
}

function preview(query: URLSearchParams) {
  const matching = howMany(query);
  return { matching, total: 149, moves: MOVES.slice(0, Math.min(6, matching)) };
}

/** Any number will do that changes with the wishes; playful and hard matches nothing. */
function howMany(query: URLSearchParams): number {
  const wish = `${query.get("difficulty") ?? ""} ${query.get("energy") ?? ""} ${query.get("style") ?? ""}`;
  return wish === "advanced high playful" ? 0 : 6 + ((wish.length * 7) % 43);
}

const explanation = (move: Move, language: string) => ({
  what:
    language === "es" ? `${move.name}: un paso de la biblioteca.` : `${move.name}: a move of the library.`,
  lead: language === "es" ? "Prepara en el 3." : "Prepare it on the 3.",
  follow: language === "es" ? "Espera la señal." : "Wait for the signal.",
  counts: language === "es" ? "Dura dos frases." : "It takes two phrases.",
  level: language === "es" ? "Para empezar." : "Good to begin with.",
  notes: "",
});
