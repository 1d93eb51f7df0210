"""Made songs and made libraries, deterministic, with the truth known."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any
from uuid import UUID

import numpy as np
import pytest

from ai_services.vocabulary import Category, Difficulty, Energy, SectionLabel, Style
from choreography.blueprint.schema import SongRef
from choreography.planning.inputs import PlannableMove
from video_processing.couple.states import CutStates
from video_processing.music.grid import BeatGrid, Section, SongAnalysis

INNER_LABELS = (SectionLabel.VERSE, SectionLabel.CHORUS, SectionLabel.MAMBO)


def unit(vector: np.ndarray) -> np.ndarray:
    return vector / np.linalg.norm(vector)


def made_song(
    phrases: Sequence[int] = (8,) * 24,
    tempo_bpm: float = 128.0,
    lead_in_beats: int = 3,
    tail_beats: int = 2,
    seed: int = 0,
) -> SongAnalysis:
    """Return a song of phrases of the given lengths in beats, of sections of up to five phrases each."""
    rng = np.random.default_rng(seed)
    n_beats = lead_in_beats + sum(phrases) + tail_beats + 1
    times_s = 0.4 + 60.0 / tempo_bpm * np.arange(n_beats) + rng.normal(0, 0.004, n_beats)
    ones = lead_in_beats + np.cumsum([0, *phrases])
    ones = ones[ones < n_beats]
    bounds = [0.0, *times_s[ones[5::5]], times_s[-1] + 1.0]
    inner = [INNER_LABELS[i % 3] for i in range(max(len(bounds) - 3, 0))]
    labels = [SectionLabel.INTRO, *inner, SectionLabel.OUTRO]
    sections = tuple(
        Section(label, start_s, end_s, float(rng.uniform()))
        for label, (start_s, end_s) in zip(labels, pairwise(bounds), strict=False)
    )
    return SongAnalysis(
        duration_s=float(times_s[-1] + 1.0),
        grid=BeatGrid(tempo_bpm, times_s, ones.copy(), ones, {}),
        sections=sections,
        phrase_energy_db=rng.normal(-18, 3, len(ones)),
        beat_level_db=np.full(n_beats, -18.0),
        break_beats=np.array([], dtype=np.int64),
        audio_embedding=unit(rng.normal(size=128)),
        section_embeddings=np.array([unit(rng.normal(size=128)) for _ in sections]),
    )


def made_move(number: int, *, bare: bool = False, **changes: Any) -> PlannableMove:
    """Return the move of that number: always the same; `bare` leaves out all that may be unknown."""
    rng = np.random.default_rng([7, number])
    n_beats = int(rng.integers(18, 40))
    tempo_bpm = float(rng.choice([115.0, 122.0, 128.0, 131.0, 136.0]))
    fields: dict[str, Any] = {
        "move_id": str(UUID(int=number + 1, version=4)),
        "name": f"Move {number}",
        "category": list(Category)[number % len(Category)],
        "difficulty": list(Difficulty)[number % 3],
        "energy": list(Energy)[(number // 3) % 3],
        "clip_sha256": f"{number:064x}",
        "beat_times_s": 0.1 + 60.0 / tempo_bpm * np.arange(n_beats) + rng.normal(0, 0.005, n_beats),
        "count1_beats": np.arange(int(rng.integers(0, 4)), n_beats, 8),
        "style": None if bare else list(Style)[(number // 2) % 4],
    }
    if not bare:
        fields |= {
            "audio": unit(rng.normal(size=128)),
            "text": unit(rng.normal(size=384)),
            "lead": unit(rng.normal(size=512)),
            "follow": unit(rng.normal(size=512)),
            "interaction": unit(rng.normal(size=256)),
            "states": made_states(rng, len(changes.get("beat_times_s", fields["beat_times_s"]))),
        }
    return PlannableMove(**(fields | changes))


def made_states(rng: np.random.Generator, n_beats: int) -> CutStates:
    """Return a couple that sways around a pose of its own, now and then unseen."""
    poses = rng.normal(0, 0.5, (1, 2, 12, 2)) + rng.normal(0, 0.2, (n_beats, 2, 12, 2))
    poses[rng.uniform(size=(n_beats, 2)) < 0.1] = np.nan
    return CutStates(
        poses_torsos=poses,
        hips_torsos=rng.normal(0, 0.5, (n_beats, 2, 2)),
        scale=rng.uniform(0.18, 0.24, (n_beats, 2)),
        hold=rng.integers(-1, 3, n_beats),
        relation=rng.integers(-1, 5, n_beats),
        weight_foot=rng.integers(-1, 2, (n_beats, 2)),
        motion_energy=rng.uniform(0.3, 2.0) * rng.uniform(0.7, 1.3, n_beats),
        foot_clarity=float(rng.uniform()),
    )


def ref_of(song: SongAnalysis) -> SongRef:
    return SongRef(id=str(UUID(int=9, version=4)), title="Made song", duration_s=song.duration_s, sha256="ab" * 32)


@pytest.fixture(scope="session")
def make_song() -> Callable[..., SongAnalysis]:
    return made_song


@pytest.fixture(scope="session")
def make_move() -> Callable[..., PlannableMove]:
    return made_move


@pytest.fixture(scope="session")
def reference() -> Callable[[SongAnalysis], SongRef]:
    return ref_of


@pytest.fixture(scope="session")
def song() -> SongAnalysis:
    return made_song()


@pytest.fixture(scope="session")
def library() -> tuple[PlannableMove, ...]:
    return tuple(made_move(number) for number in range(60))
