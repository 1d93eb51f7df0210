import type { Blueprint, Category, Segment } from "../src/shared/api/types.ts";

interface Shape {
  tempoBpm: number;
  firstBeatS: number;
  /** Moves of 8 counts. */
  moves: number;
}

const MOVES: readonly (readonly [string, Category])[] = [
  ["Basic step, side to side", "basic"],
  ["Lady's right turn", "ladyturn"],
  ["Body wave together", "bodywaves"],
  ["Cross body lead with inside turn", "cross_body_lead"],
  ["Hip roll", "hiprolls"],
  ["Shadow position walk", "shadow"],
];

const WHYS = [
  "Opens gently: the verse is quiet here.",
  "Follows well: the couple ends the last move in the same hold.",
  "The chorus starts, so the energy rises.",
  "You asked for romantic; this one scores highest of those not yet used.",
] as const;

const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index % list.length];
  if (item === undefined) throw new Error("an empty list has no item");
  return item;
};

/** Make the blueprint of a song with a steady beat, count 1 on its first beat. */
export function makeBlueprint({ tempoBpm, firstBeatS, moves }: Shape): Blueprint {
  const beatS = 60 / tempoBpm;
  const beats = moves * 8;
  const timeOf = (beat: number) => firstBeatS + beat * beatS;
  const durationS = timeOf(beats);
  return {
    version: 1,
    song: {
      id: "5e0f0000-0000-4000-8000-000000000001",
      title: "Noche en el Malecón",
      duration_s: durationS,
      sha256: "0",
    },
    grid: {
      tempo_bpm: tempoBpm,
      beat_times_s: Array.from({ length: beats }, (_, beat) => timeOf(beat)),
      count1_beats: Array.from({ length: moves }, (_, phrase) => phrase * 8),
    },
    sections: sections(moves, timeOf),
    segments: Array.from({ length: moves }, (_, index) => segment(index, timeOf)),
    output: { width: 1280, height: 720, quality: "fast" },
    compromises: ["No beginner clip fits 150 BPM with low energy: we used medium."],
  };
}

function sections(moves: number, timeOf: (beat: number) => number): Blueprint["sections"] {
  const labels = ["intro", "verse", "chorus", "mambo", "outro"] as const;
  const each = Math.max(1, Math.floor(moves / labels.length));
  return labels
    .map((label, index) => ({
      label,
      start_s: timeOf(index * each * 8),
      end_s: timeOf(Math.min(moves, index === labels.length - 1 ? moves : (index + 1) * each) * 8),
      energy: at([0.3, 0.5, 0.9, 1, 0.2], index),
    }))
    .filter((section) => section.end_s > section.start_s);
}

function segment(index: number, timeOf: (beat: number) => number): Segment {
  const [name, category] = at(MOVES, index);
  const first = index * 8;
  return {
    index,
    move_id: `move-${index}`,
    name,
    category,
    difficulty: "beginner",
    clip_sha256: "0",
    source: { start_s: 1, end_s: 5, first_beat: 2, beats: 8 },
    target: { start_s: timeOf(first), end_s: timeOf(first + 8), first_beat: first, beats: 8 },
    warp: [],
    seam: { kind: index === 0 ? "start" : index % 3 === 0 ? "cut" : "flow", score: 0.8 },
    why: at(WHYS, index),
  };
}
