import type { Saved, Share } from "../src/features/collections/types.ts";
import { DIFFICULTIES, ENERGIES, STYLES } from "../src/shared/api/types.ts";
import { FIXTURE_BLUEPRINT, FIXTURE_DURATION_S, SONGS, STANDING } from "./fixture-data.ts";
import { json, notFound, page, problem } from "./fixture-answers.ts";

const TAGS = [["friday", "slow"], ["wedding"], [], ["friday"], [], ["slow"], [], ["for ana", "wedding"]];
export const FIXTURE_SHARE = "open-to-everybody";
export const VIDEO = {
  video_url: "/media/dance.mp4?signature=1",
  poster_url: "/media/poster.jpg",
  captions_url: "/media/captions.vtt",
  duration_s: FIXTURE_DURATION_S,
};

const savedOf = (index: number): Saved => {
  const song = SONGS[index] ?? failWith(index);
  const number = String(index + 1).padStart(2, "0");
  return {
    id: `5a0ed000-0000-4000-8000-0000000000${number}`,
    choreography_id: `c40e0000-0000-4000-8000-0000000000${number}`,
    title: index === 1 ? "Our wedding dance" : song.title,
    notes: index === 1 ? "Shoulders down, smile on the 5." : "",
    tags: [...(TAGS[index] ?? [])],
    favourite: index % 3 === 1,
    song: { id: song.id, title: song.title, artist: song.artist, duration_s: song.duration_s },
    wish: {
      difficulty: DIFFICULTIES[index % 3] ?? "beginner",
      energy: ENERGIES[(index + 1) % 3] ?? "medium",
      style: STYLES[index % 4] ?? "romantic",
    },
    video: index === 6 ? null : { task_id: STANDING.ready.id, ...VIDEO },
    practised_s: index % 2 ? 900 : 0,
    last_practised_at: index % 2 ? new Date(Date.UTC(2026, 10, index + 1)).toISOString() : null,
    stopped_at_s: null,
    loop_count: 0,
    share_count: 0,
    created_at: new Date(Date.UTC(2026, 10, 18 - index)).toISOString(),
    updated_at: new Date(Date.UTC(2026, 10, 18 - index)).toISOString(),
  };
};

/** A finished dance that waits to be saved. */
const UNSAVED = {
  task_id: STANDING.ready.id,
  choreography_id: "c40e0000-0000-4000-8000-000000000099",
  song: {
    id: "5e0f0000-0000-4000-8000-000000000099",
    title: "Serenata",
    artist: "Trío Cibao",
    duration_s: 60,
  },
  poster_url: VIDEO.poster_url,
};

/** Collections in memory, by the contract of the real ones. */
export function createCollectionFixtures({ standing = false } = {}) {
  const entries = new Map((standing ? SONGS : []).map((_song, index) => [savedOf(index).id, savedOf(index)]));
  const shares = new Map<string, Share[]>();
  let serial = 0;

  let unsaved = standing ? [UNSAVED] : [];
  const save = () => {
    const saved = { ...savedOf(0), id: "5a0ed000-0000-4000-8000-000000000099", title: "Serenata" };
    unsaved = [];
    entries.set(saved.id, saved);
    return json(201, saved);
  };
  const change = async (request: Request, saved: Saved) => {
    const next = { ...saved, ...((await request.json()) as Partial<Saved>) };
    entries.set(saved.id, next);
    return json(200, next);
  };
  const share = async (request: Request, saved: Saved) => {
    const { days } = (await request.json()) as { days: number };
    serial += 1;
    const link = {
      id: `54a4e000-0000-4000-8000-00000000000${serial}`,
      created_at: new Date(Date.UTC(2026, 10, 20)).toISOString(),
      expires_at: new Date(Date.UTC(2026, 10, 20 + days)).toISOString(),
    };
    shares.set(saved.id, [...(shares.get(saved.id) ?? []), link]);
    entries.set(saved.id, { ...saved, share_count: saved.share_count + 1 });
    return json(201, { ...link, url: `/share/${FIXTURE_SHARE}` });
  };
  const several = async (request: Request, change: (id: string, body: BulkBody) => void) => {
    const body = (await request.json()) as BulkBody;
    const known = body.ids.filter((id) => entries.has(id));
    known.forEach((id) => change(id, body));
    return json(200, { changed: known.length });
  };

  /** Answer for a collection's address, or null for any other. */
  return async (request: Request): Promise<Response | null> => {
    const { pathname, searchParams } = new URL(request.url);
    if (!pathname.startsWith("/api/collections/")) return null;
    const [id = "", part = "", partId = ""] = pathname.slice("/api/collections/".length).split("/");
    const asked = `${request.method} ${id}`;
    if (asked === "GET ") return json(200, page(found([...entries.values()], searchParams)));
    if (asked === "GET statistics") return json(200, statistics([...entries.values()]));
    if (asked === "GET unsaved") return json(200, page(unsaved));
    if (asked === "POST ") return save();
    if (asked === "POST bulk-delete") return several(request, (chosen) => entries.delete(chosen));
    if (asked === "POST bulk-tag") return several(request, retag);
    const saved = entries.get(id);
    if (!saved) return notFound();
    switch (`${request.method} ${part}`) {
      case "GET ":
        return json(200, saved);
      case "PATCH ":
        return change(request, saved);
      case "GET loops":
        return json(200, []);
      case "POST practice":
        return json(200, saved);
      case "GET shares":
        return json(200, shares.get(id) ?? []);
      case "POST shares":
        return share(request, saved);
      case "DELETE shares":
        shares.set(
          id,
          (shares.get(id) ?? []).filter((link) => link.id !== partId),
        );
        return new Response(null, { status: 204 });
      default:
        return notFound();
    }
  };

  function retag(id: string, { add = [], remove = [] }: BulkBody): void {
    const saved = entries.get(id);
    if (saved)
      entries.set(id, {
        ...saved,
        tags: [...new Set([...saved.tags, ...add])].filter((tag) => !remove.includes(tag)),
      });
  }
}

/** What a share link shows to whoever has it. */
export function sharedAnswer(token: string): Response {
  const song = SONGS[0];
  if (token !== FIXTURE_SHARE || !song)
    return problem(404, "not_found", "This link shows nothing: it is wrong, or no longer open.");
  return json(200, {
    title: song.title,
    song: { id: song.id, title: song.title, artist: song.artist, duration_s: song.duration_s },
    expires_at: new Date(Date.UTC(2026, 11, 20)).toISOString(),
    ...VIDEO,
    chapters_url: "/media/chapters.vtt",
    blueprint: FIXTURE_BLUEPRINT,
  });
}

interface BulkBody {
  ids: string[];
  add?: string[];
  remove?: string[];
}

function found(entries: Saved[], query: URLSearchParams): Saved[] {
  const words = (query.get("search") ?? "").toLowerCase().split(" ");
  const fits = (saved: Saved) => {
    const text = [saved.title, saved.song.title, saved.song.artist, saved.notes, ...saved.tags]
      .join(" ")
      .toLowerCase();
    return (
      words.every((word) => text.includes(word)) &&
      (["difficulty", "energy", "style"] as const).every((name) =>
        [null, saved.wish?.[name]].includes(query.get(name) as never),
      ) &&
      query.getAll("tag").every((tag) => saved.tags.includes(tag)) &&
      (query.get("favourite") !== "true" || saved.favourite) &&
      [null, saved.choreography_id].includes(query.get("choreography_id"))
    );
  };
  const byTitle = query.get("ordering") === "title";
  return entries
    .filter(fits)
    .sort((a, b) => (byTitle ? a.title.localeCompare(b.title) : b.created_at.localeCompare(a.created_at)));
}

function statistics(entries: Saved[]) {
  const tags: Record<string, number> = {};
  for (const tag of entries.flatMap((saved) => saved.tags)) tags[tag] = (tags[tag] ?? 0) + 1;
  return {
    saved: entries.length,
    favourites: entries.filter(({ favourite }) => favourite).length,
    practised: entries.filter(({ practised_s }) => practised_s > 0).length,
    minutes: (entries.length * FIXTURE_DURATION_S) / 60,
    practised_minutes: entries.reduce((sum, { practised_s }) => sum + practised_s / 60, 0),
    difficulties: {},
    energies: {},
    styles: {},
    tags,
  };
}

function failWith(index: number): never {
  throw new Error(`no fixture song ${index}`);
}
