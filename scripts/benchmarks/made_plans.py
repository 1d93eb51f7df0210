"""A plan for a made song of three minutes with made libraries of two sizes: what the size of a library costs."""

from collections.abc import Sequence
from itertools import pairwise
from uuid import UUID

import numpy as np

from ai_services.vocabulary import Category, Difficulty, Energy, SectionLabel, Style
from choreography.blueprint.schema import SongRef
from choreography.planning.inputs import PlannableMove, Wish
from choreography.planning.plan import plan_choreography
from scripts.benchmarks.measuring import Clock, Figures
from video_processing.couple.states import CutStates
from video_processing.music.grid import BeatGrid, Section, SongAnalysis

PHRASES, TEMPO_BPM, PHRASES_A_SECTION = 47, 125.0, 6
"""Three minutes."""
WISH = Wish(Difficulty.INTERMEDIATE, Energy.MEDIUM, Style.ROMANTIC, words=np.ones(384))
REPEATS = 3


def made_plans(sizes: Sequence[int] = (150, 2_000)) -> Figures:
    """Return seconds of CPU a warm plan with each number of moves, and how many times a plan the larger one takes."""
    song = _song()
    reference = SongRef(id=str(UUID(int=9, version=4)), title="Made", duration_s=song.duration_s, sha256="ab" * 32)
    clock = Clock()
    figures: Figures = {"song_s": song.duration_s}
    for size in sizes:
        moves = tuple(_move(number) for number in range(size))
        plan_choreography(song, reference, moves, WISH)
        with clock.timed(str(size)):
            for _ in range(REPEATS):
                plan_choreography(song, reference, moves, WISH)
        figures[f"cpu_seconds_{size}_moves"] = clock.cpu_s[str(size)] / REPEATS
    figures["ratio"] = clock.cpu_s[str(sizes[-1])] / clock.cpu_s[str(sizes[0])]
    return figures


def _song() -> SongAnalysis:
    rng = np.random.default_rng(0)
    n_beats = 8 * PHRASES + 1
    times_s = 0.4 + 60 / TEMPO_BPM * np.arange(n_beats)
    ones = np.arange(0, n_beats, 8)
    bounds_s = [0.0, *times_s[ones[PHRASES_A_SECTION::PHRASES_A_SECTION]], float(times_s[-1]) + 1.0]
    labels = [list(SectionLabel)[1 + number % 3] for number in range(len(bounds_s) - 1)]
    sections = tuple(
        Section(label, float(start_s), float(end_s), 0.5)
        for label, (start_s, end_s) in zip(labels, pairwise(bounds_s), strict=True)
    )
    return SongAnalysis(
        duration_s=float(times_s[-1]) + 1.0,
        grid=BeatGrid(TEMPO_BPM, times_s, ones.copy(), ones, {}),
        sections=sections,
        phrase_energy_db=rng.normal(-18, 3, len(ones)),
        beat_level_db=np.full(n_beats, -18.0),
        break_beats=np.array([], dtype=np.int64),
        audio_embedding=rng.normal(size=128),
        section_embeddings=rng.normal(size=(len(sections), 128)),
    )


def _move(number: int) -> PlannableMove:
    rng = np.random.default_rng([7, number])
    n_beats = int(rng.integers(18, 32))
    tempo_bpm = float(rng.choice([115.0, 122.0, 128.0, 131.0, 136.0]))
    return PlannableMove(
        move_id=str(UUID(int=number + 1, version=4)),
        name=f"Move {number}",
        category=list(Category)[number % len(Category)],
        difficulty=list(Difficulty)[number % 3],
        energy=list(Energy)[(number // 3) % 3],
        clip_sha256=f"{number:064x}",
        beat_times_s=0.1 + 60 / tempo_bpm * np.arange(n_beats),
        count1_beats=np.arange(0, n_beats, 8),
        downbeat_beats=np.arange(0, n_beats, 4),
        style=list(Style)[(number // 2) % 4],
        audio=rng.normal(size=128),
        text=rng.normal(size=384),
        lead=rng.normal(size=512),
        follow=rng.normal(size=512),
        interaction=rng.normal(size=256),
        states=_states(rng, n_beats),
    )


def _states(rng: np.random.Generator, n_beats: int) -> CutStates:
    return CutStates(
        poses_torsos=rng.normal(0, 0.5, (n_beats, 2, 12, 2)),
        hips_torsos=rng.normal(0, 0.5, (n_beats, 2, 2)),
        scale=rng.uniform(0.18, 0.24, (n_beats, 2)),
        hold=rng.integers(-1, 3, n_beats),
        relation=rng.integers(-1, 5, n_beats),
        weight_foot=rng.integers(-1, 2, (n_beats, 2)),
        motion_energy=rng.uniform(0.3, 2.0, n_beats),
        foot_clarity=float(rng.uniform()),
    )
