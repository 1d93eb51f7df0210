"""A small valid blueprint as JSON values: three moves of 8, 16 and 8 beats on a song of 120 beats a minute."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

BEAT_S = 0.5
FIRST_ONE = 2
NAMES = ("Basic <8>", "Lady turn & spin", "Outro")


def segment(index: int, first_beat: int, beats: int) -> dict[str, Any]:
    clip_first, clip_beat_s = 1, 0.48
    clip_s = [round((clip_first + beat) * clip_beat_s, 6) for beat in range(beats + 1)]
    song_s = [(first_beat + beat) * BEAT_S for beat in range(beats + 1)]
    return {
        "index": index,
        "move_id": f"00000000-0000-4000-8000-00000000000{index}",
        "name": NAMES[index],
        "category": ("basic", "ladyturn", "outro")[index],
        "difficulty": "beginner",
        "clip_sha256": f"{index}" * 64,
        "source": {"start_s": clip_s[0], "end_s": clip_s[-1], "first_beat": clip_first, "beats": beats},
        "target": {"start_s": song_s[0], "end_s": song_s[-1], "first_beat": first_beat, "beats": beats},
        "warp": [list(pair) for pair in zip(clip_s, song_s, strict=True)],
        "seam": {"kind": "start" if index == 0 else "cut", "score": 1.0 if index == 0 else 0.4},
        "why": "Because.",
    }


def valid() -> dict[str, Any]:
    n_beats = FIRST_ONE + 32 + 3
    return {
        "version": 1,
        "song": {
            "id": "00000000-0000-4000-8000-000000000099",
            "title": "A song",
            "duration_s": n_beats * BEAT_S + 1.0,
            "sha256": "a" * 64,
        },
        "grid": {
            "tempo_bpm": 120.0,
            "beat_times_s": [beat * BEAT_S for beat in range(n_beats)],
            "count1_beats": [FIRST_ONE + 8 * phrase for phrase in range(5)],
        },
        "sections": [
            {"label": "verse", "start_s": 0.0, "end_s": 5.0, "energy": 0.2},
            {"label": "chorus", "start_s": 5.0, "end_s": 13.0, "energy": 1.0},
            {"label": "verse", "start_s": 13.0, "end_s": 19.5, "energy": 0.3},
        ],
        "segments": [segment(0, 2, 8), segment(1, 10, 16), segment(2, 26, 8)],
        "output": {"width": 1280, "height": 720, "quality": "fast"},
        "compromises": [],
    }


@pytest.fixture
def data() -> dict[str, Any]:
    return copy.deepcopy(valid())


@pytest.fixture
def make_segment() -> Callable[[int, int, int], dict[str, Any]]:
    return segment
