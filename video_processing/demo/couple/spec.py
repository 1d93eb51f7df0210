"""What a move of the demo library is."""

from collections.abc import Callable
from dataclasses import dataclass

from ai_services.vocabulary import Category, Difficulty, Energy, Style
from video_processing.demo.couple.days import DAYS, FilmingDay
from video_processing.demo.couple.score import CoupleScore

LEAD_IN_BEATS = 1.0
TAIL_BEATS = 1.5
"""Music and movement ahead of the first count 1 and after the last count, so that cuts and blends have room."""


@dataclass(frozen=True)
class MoveSpec:
    """One clip of the demo library."""

    slug: str
    name: str
    category: Category
    difficulty: Difficulty
    energy: Energy
    style: Style
    tempo_bpm: float
    day: int
    """Index into DAYS."""
    choreograph: Callable[[], CoupleScore]
    """A function at the top of its module, so that worker processes find it by name."""
    notes: str
    """What a teacher would say."""
    role_focus: str = "both"
    view_deg: float = 0.0
    """How far the camera walks round the couple from its place on that day."""

    @property
    def filming_day(self) -> FilmingDay:
        """Return the day the clip is filmed on."""
        return DAYS[self.day]

    @property
    def video_path(self) -> str:
        """Return the clip's place in the library."""
        return f"{self.category.value}/{self.slug}.mp4"

    @property
    def seed(self) -> int:
        """Return the seed of the clip's band: one song a filming day and tempo, as on a real day."""
        return 100 * self.day + int(self.tempo_bpm)
