"""What the choreographer is given: moves with what is known of them, and a wish."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ai_services.vocabulary import Category, Difficulty, Energy, Role, Style
from common.language import Language
from video_processing.couple.states import CutStates

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]


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
    """Beats that are count 1; from these and from the 5s between them the move may be entered."""
    downbeat_beats: IntArray | None = None
    """Beats that open a bar, for a clip whose 1 and 5 cannot be told apart: it may be entered on any of them."""
    style: Style | None = None
    role_focus: Role | None = None
    """Whom it is about by its own label."""
    audio: FloatArray | None = None
    """Shape (128,), of the clip's own sound."""
    text: FloatArray | None = None
    """Shape (384,), of the words about the move."""
    lead: FloatArray | None = None
    """Shape (512,), how the lead moves."""
    follow: FloatArray | None = None
    """Shape (512,), how the follow moves."""
    interaction: FloatArray | None = None
    """Shape (256,), how the two move together."""
    states: CutStates | None = None
    """The couple at each of the clip's beats."""

    @property
    def tempo_bpm(self) -> float:
        """Return the clip's mean tempo; 0 for a clip of one beat, which can follow nothing."""
        if len(self.beat_times_s) < 2:
            return 0.0
        return float(60 * (len(self.beat_times_s) - 1) / (self.beat_times_s[-1] - self.beat_times_s[0]))

    def __post_init__(self) -> None:
        """Raise ValueError where the states belong to another grid."""
        if self.states is not None and len(self.states.scale) != len(self.beat_times_s):
            raise ValueError(f"states of {len(self.states.scale)} beats for a clip of {len(self.beat_times_s)}")


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
    section_energy: Mapping[int, Energy] = field(default_factory=dict)
    """Energy of single sections (by index), where it differs from `energy`."""
    include_moves: frozenset[str] = field(default_factory=frozenset)
    """Moves (ids) to be danced at least once."""
    half_time: bool = False
    """One count of the dance on every second beat of the song."""
    wide_stretch: bool = False
    """Clips may be played farther off their own tempo than looks natural."""
    language: Language = "en"
    """Of `why` and of the compromises."""
    role: Role | None = None
    """Whose moves are danced rather than others; `None`: of both alike."""
    words: FloatArray | None = None
    """Shape (384,): the text vector of the wish in words."""
