"""What the choreographer is given: moves with what is known of them, and a wish."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ai_services.vocabulary import Category, Difficulty, Energy, Style

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]

UNKNOWN = -1
"""A state code where the state could not be seen."""


@dataclass(frozen=True)
class BeatStates:
    """How the couple stands at each beat of a clip: what a seam has to join. Index 0 is the lead, 1 the follow."""

    poses: FloatArray
    """Shape (n_beats, 2, 12, 2): joints from the mid-hip in torso lengths, y down; NaN where not seen."""
    hips: FloatArray
    """Shape (n_beats, 2, 2): mid-hips on the picture in torso lengths; NaN where not seen."""
    scale: FloatArray
    """Shape (n_beats, 2): torso length as a share of the picture's height; NaN where not seen."""
    codes: IntArray
    """Shape (n_beats, n_codes): hold, facing, weight feet, ... as numbers that agree or differ; or `UNKNOWN`."""


@dataclass(frozen=True)
class PlannableMove:
    """A move of the library. What is `None` is not known, and no rule that needs it applies."""

    move_id: str
    name: str
    category: Category
    difficulty: Difficulty
    energy: Energy
    clip_sha256: str
    beat_times_s: FloatArray
    """Shape (n_beats,), strictly rising, seconds of the clip."""
    count1_beats: IntArray
    """Beats that are count 1: where the move may be entered."""
    style: Style | None = None
    audio: FloatArray | None = None
    """Shape (128,), of the clip's own sound."""
    text: FloatArray | None = None
    """Shape (384,), of the words about the move."""
    pose: FloatArray | None = None
    """Shape (1280,): lead 512, follow 512 and interaction 256, each of unit norm."""
    motion_energy: FloatArray | None = None
    """Shape (n_beats,): mean joint speed of the couple in each beat, torso lengths a beat; NaN where not seen."""
    foot_clarity: float | None = None
    """How clearly the follow's feet mark the beat, 0..1."""
    states: BeatStates | None = None


@dataclass(frozen=True)
class Wish:
    """What the dancer asked for. `None` leaves it to the song."""

    difficulty: Difficulty
    energy: Energy | None = None
    style: Style | None = None
    duration_s: float | None = None
    """Length of the dance from the start of the song; it ends with the phrase that ends nearest. `None`: all of it."""
    seed: int = 0
    """0 gives the best plan found; any other number another good one, always the same."""
    include_categories: frozenset[Category] = field(default_factory=frozenset)
    """Kinds of move to be danced at least once."""
    avoid_categories: frozenset[Category] = field(default_factory=frozenset)
    banned_moves: frozenset[str] = field(default_factory=frozenset)
    words: FloatArray | None = None
    """Shape (384,): the text vector of the wish in words."""
