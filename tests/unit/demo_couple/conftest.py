"""Danced moves for the tests of this folder, each danced once."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray

from video_processing.demo.couple.catalogue import DEMO_MOVES
from video_processing.demo.couple.motion import Skeletons, dance
from video_processing.demo.couple.score import CoupleScore
from video_processing.demo.couple.spec import MoveSpec

FRAMES_PER_S = 60


@dataclass(frozen=True)
class Danced:
    """A move with its skeletons at 60 frames a second."""

    move: MoveSpec
    score: CoupleScore
    beats: NDArray[np.float64]
    skeletons: Skeletons


@cache
def danced_move(slug: str) -> Danced:
    """Return a move of the demo library, danced from two beats before count 1 to two beats after its end."""
    move = next(move for move in DEMO_MOVES if move.slug == slug)
    score = move.choreograph()
    beats = np.arange(-2.0, score.n_counts + 2.0, move.tempo_bpm / 60.0 / FRAMES_PER_S)
    return Danced(move, score, beats, dance(score, move.filming_day.bodies, beats, move.tempo_bpm))


@pytest.fixture
def danced() -> Callable[[str], Danced]:
    """Return the function that dances a move by its slug."""
    return danced_move


ALL_SLUGS = [move.slug for move in DEMO_MOVES]


@pytest.fixture(params=ALL_SLUGS)
def any_move(request: pytest.FixtureRequest) -> Danced:
    """Return each move of the library in turn."""
    return danced_move(request.param)
