import type { SongImport } from "../src/features/songs/types.ts";
import type { Correction, CorrectionStep, SongGrid } from "../src/features/song/types.ts";
import type { Song, SongDetail } from "../src/shared/api/types.ts";
import { countOf } from "../src/shared/counts/grid.ts";
import { json, notFound, page, problem } from "./fixture-answers.ts";
import { FIXTURE_BLUEPRINT, SONGS } from "./fixture-data.ts";

/** Polls until an import is over. */
const LISTENS = 2;
const NOW = new Date(Date.UTC(2026, 10, 20, 10)).toISOString();

interface Kept {
  song: Song;
  count1: number;
  offsetS: number;
  steps: CorrectionStep[];
}

/** Songs, their counts and corrections, and songs on their way. The first song is everybody's, the last one's own. */
export function createSongFixtures({ takesAddresses }: { takesAddresses: boolean }) {
  const kept = new Map<string, Kept>(SONGS.map((song) => [song.id, fresh(song)]));
  const own = [...kept.values()].at(-1);
  if (own) own.song = { ...own.song, is_own: true };
  const imports = new Map<string, { row: SongImport; polls: number }>();

  const arrive = (fileName: string): Response => {
    if (fileName.endsWith(".txt")) return problem(400, "unreadable_media", "This file is no sound.");
    const id = `1a0f0000-0000-4000-8000-00000000000${imports.size + 1}`;
    const row: SongImport = {
      import_id: id,
      status: "queued",
      song_id: null,
      title: "",
      artist: "",
      genre: "",
      file_name: fileName,
      error: null,
      worker_online: true,
      poll_url: `/api/choreography/songs/imports/${id}/`,
      created_at: new Date().toISOString(),
      finished_at: null,
    };
    imports.set(id, { row, polls: 0 });
    return json(202, row);
  };

  const listened = (id: string): SongImport | null => {
    const known = imports.get(id);
    if (!known) return null;
    known.polls += 1;
    if (known.polls < LISTENS) known.row = { ...known.row, status: "processing" };
    else if (known.row.file_name.startsWith("silence"))
      known.row = {
        ...known.row,
        status: "failed",
        error: { code: "silent_sound", detail: "It is silent." },
      };
    else if (known.row.song_id === null) {
      const song = broughtIn(known.row.file_name, kept.size);
      kept.set(song.id, fresh(song));
      known.row = { ...known.row, status: "completed", song_id: song.id, finished_at: NOW };
    }
    return known.row;
  };

  const one = async (request: Request, song: Kept, rest: string): Promise<Response> => {
    const door = `${request.method} ${rest}`;
    if (door === "GET ") return json(200, detail(song));
    if (!song.song.is_own) return problem(403, "permission_denied", "This song is everybody's.");
    switch (door) {
      case "PATCH ":
        song.song = { ...song.song, ...((await request.json()) as Partial<Song>) };
        return json(200, detail(song));
      case "DELETE ":
        kept.delete(song.song.id);
        return new Response(null, { status: 204 });
      case "POST corrections/":
        return corrected(song, (await request.json()) as Correction);
      case "POST corrections/undo/":
        return undone(song, 1);
      case "DELETE corrections/":
        return undone(song, song.steps.length);
      default:
        return notFound();
    }
  };

  return async (request: Request): Promise<Response | null> => {
    const url = new URL(request.url);
    const path = /^\/api\/choreography\/songs\/(.*)$/.exec(url.pathname)?.[1];
    if (path === undefined) return null;
    if (path === "" && request.method === "GET")
      return json(
        200,
        page(
          found(
            [...kept.values()].map(({ song }) => song),
            url.searchParams,
          ),
        ),
      );
    if (path === "") return arrive(/filename="([^"]*)"/.exec(await request.text())?.[1] ?? "");
    if (path === "from-url/" && request.method === "GET") return json(200, { is_open: takesAddresses });
    if (path === "from-url/") {
      const { url: address } = (await request.json()) as { url: string };
      return address.includes("playlist") ? problem(400, "song_url_refused", "Not one video.") : arrive("");
    }
    if (path === "imports/") return json(200, page([...imports.values()].map(({ row }) => row).reverse()));
    const importId = /^imports\/([\w-]+)\/$/.exec(path)?.[1];
    if (importId !== undefined && request.method === "DELETE")
      return imports.delete(importId) ? new Response(null, { status: 204 }) : notFound();
    if (importId !== undefined) {
      const row = listened(importId);
      return row ? json(200, row) : notFound();
    }
    const [, songId = "", rest = ""] = /^([\w-]+)\/(.*)$/.exec(path) ?? [];
    const song = kept.get(songId);
    return song ? one(request, song, rest) : notFound();
  };
}

const fresh = (song: Song): Kept => ({ song, count1: 0, offsetS: 0, steps: [] });

const broughtIn = (fileName: string, index: number): Song => ({
  ...(SONGS[0] ?? failWith("no song")),
  id: `5e0f0000-0000-4000-8000-0000000000${10 + index}`,
  title: fileName.replace(/\.\w+$/, ""),
  artist: "",
  is_own: true,
});

function found(songs: Song[], query: URLSearchParams): Song[] {
  const search = (query.get("search") ?? "").toLowerCase();
  const genre = (query.get("genre") ?? "").toLowerCase();
  const order = query.get("ordering") ?? "title";
  const key = order.replace("-", "") as "title" | "artist" | "tempo_bpm" | "duration_s" | "created_at";
  const sign = order.startsWith("-") ? -1 : 1;
  return songs
    .filter(
      (song) =>
        (song.title + song.artist).toLowerCase().includes(search) &&
        (genre === "" || song.genre.toLowerCase() === genre) &&
        (query.get("mine") !== "true" || song.is_own) &&
        (song.tempo_bpm ?? 0) >= Number(query.get("tempo_min") ?? 0) &&
        (song.tempo_bpm ?? 0) <= Number(query.get("tempo_max") ?? Infinity),
    )
    .sort((a, b) => sign * String(a[key]).localeCompare(String(b[key]), "es", { numeric: true }));
}

function gridOf({ song, count1, offsetS }: Kept): SongGrid {
  const { beat_times_s } = FIXTURE_BLUEPRINT.grid;
  const counted = {
    tempo_bpm: song.tempo_bpm ?? 120,
    beat_times_s: beat_times_s.map((timeS) => timeS + offsetS),
    count1_beats: beat_times_s.map((_, beat) => beat).filter((beat) => (beat - count1) % 8 === 0),
  };
  const counts = beat_times_s.map((_, beat) => countOf(counted, beat));
  return {
    ...counted,
    counts,
    downbeat_beats: counts.flatMap((count, beat) => (count === 1 || count === 5 ? [beat] : [])),
    confidence: { beat: 0.92, downbeat: 0.8, count1: 0.5 },
  };
}

const detail = (kept: Kept): SongDetail => ({
  ...kept.song,
  grid: gridOf(kept),
  waveform: Array.from({ length: 800 }, (_, index) => {
    const loud = 0.25 + 0.6 * Math.abs(Math.sin(index / 37)) * Math.abs(Math.sin(index / 3));
    return [-loud, loud];
  }),
  corrections: kept.steps,
  tempo_reach: { moves: 41, moves_stretched: 49, slowest_bpm: 92, fastest_bpm: 168 },
});

function corrected(kept: Kept, asked: Correction): Response {
  const beats = gridOf(kept).beat_times_s;
  const nearest = beats.reduce(
    (best, timeS, beat) =>
      Math.abs(timeS - (asked.time_s ?? 0)) < Math.abs((beats[best] ?? 0) - (asked.time_s ?? 0))
        ? beat
        : best,
    0,
  );
  if (asked.kind === "double_tempo")
    return problem(400, "correction_not_applicable", "That would be 400 beats per minute.");
  if (asked.kind === "shift_beats") kept.count1 += asked.beats ?? 0;
  if (asked.kind === "swap_one_and_five") kept.count1 += 4;
  if (asked.kind === "count_one_here" || asked.kind === "count_one_from") kept.count1 = nearest;
  if (asked.kind === "nudge") kept.offsetS += (asked.offset_ms ?? 0) / 1000;
  kept.count1 = ((kept.count1 % 8) + 8) % 8;
  const { kind, time_s = null, beats: shift = null, offset_ms = null } = asked;
  const made_at = new Date(Date.UTC(2026, 10, 20, 10, 0, kept.steps.length)).toISOString();
  kept.steps = [...kept.steps, { kind, time_s, beats: shift, offset_ms, made_at, undone_at: null }];
  return json(200, detail(kept));
}

function undone(kept: Kept, most: number): Response {
  const held = kept.steps.filter(({ undone_at }) => undone_at === null);
  if (held.length === 0) return problem(409, "nothing_to_undo", "Nothing to undo.");
  const gone = held.slice(-most);
  const left = held.slice(0, held.length - gone.length);
  const all = kept.steps.map((step) => (gone.includes(step) ? { ...step, undone_at: NOW } : step));
  Object.assign(kept, fresh(kept.song));
  for (const { kind, time_s, beats, offset_ms } of left) corrected(kept, { kind, time_s, beats, offset_ms });
  kept.steps = all;
  return json(200, detail(kept));
}

function failWith(sentence: string): never {
  throw new Error(sentence);
}
