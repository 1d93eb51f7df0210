import type { Song, TaskSummary } from "../src/shared/api/types.ts";
import { makeBlueprint } from "./blueprint.ts";

/** The blueprint that the fixture video follows: 120 BPM from 0.5 s on, 16 moves of 8 counts, 64.5 s. */
export const FIXTURE_BLUEPRINT = makeBlueprint({ tempoBpm: 120, firstBeatS: 0.5, moves: 16 });
export const FIXTURE_DURATION_S = 64.5;

const NAMES: readonly (readonly [string, string, number])[] = [
  ["Noche en el Malecón", "Los Vecinos", 120],
  ["Dime que sí", "Marisol Vega", 128],
  ["Café sin azúcar", "Los Vecinos", 124],
  ["La última guagua", "Trío Cibao", 136],
  ["Carta a Puerto Plata", "Marisol Vega", 112],
  ["Bajo la lluvia de mayo", "Grupo Alameda", 118],
  ["Tu sombra y la mía", "Trío Cibao", 130],
  ["Vuelve, corazón", "Grupo Alameda", 142],
];

export const SONGS: readonly Song[] = NAMES.map(([title, artist, tempo], index) => ({
  id: `5e0f0000-0000-4000-8000-00000000000${index + 1}`,
  title,
  artist,
  genre: "bachata",
  is_own: false,
  created_at: new Date(Date.UTC(2026, 9, index + 1)).toISOString(),
  duration_s: 64.5 + index * 17,
  tempo_bpm: tempo,
  sections: FIXTURE_BLUEPRINT.sections.map((section) => ({
    ...section,
    start_s: (section.start_s * (64.5 + index * 17)) / 64.5,
    end_s: (section.end_s * (64.5 + index * 17)) / 64.5,
  })),
  audio_url: "/media/song.m4a",
}));

export const songOf = (id: unknown) => SONGS.find((song) => song.id === id);

/** Dances that stand still in each state, so that every page can be looked at. */
export const STANDING = {
  offline: {
    id: "7a5c0000-0000-4000-8000-000000000001",
    status: "queued",
    stage: "waiting",
    progress: 0,
    song: 1,
  },
  halfway: {
    id: "7a5c0000-0000-4000-8000-000000000002",
    status: "processing",
    stage: "sequencing",
    progress: 47,
    song: 2,
  },
  failed: {
    id: "7a5c0000-0000-4000-8000-000000000003",
    status: "failed",
    stage: "analysing",
    progress: 20,
    song: 3,
  },
  cancelled: {
    id: "7a5c0000-0000-4000-8000-000000000004",
    status: "cancelled",
    stage: "searching",
    progress: 30,
    song: 4,
  },
  ready: {
    id: "7a5c0000-0000-4000-8000-000000000005",
    status: "completed",
    stage: "done",
    progress: 100,
    song: 0,
  },
} as const satisfies Record<
  string,
  { id: string; status: TaskSummary["status"]; stage: TaskSummary["stage"]; progress: number; song: number }
>;
