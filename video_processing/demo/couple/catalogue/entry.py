"""A line of the catalogue."""

from collections.abc import Callable

from ai_services.vocabulary import Category, Difficulty, Energy, Style
from video_processing.demo.couple.score import CoupleScore
from video_processing.demo.couple.spec import MoveSpec

_DIFFICULTY = {"B": Difficulty.BEGINNER, "I": Difficulty.INTERMEDIATE, "A": Difficulty.ADVANCED}
_ENERGY = {"l": Energy.LOW, "m": Energy.MEDIUM, "h": Energy.HIGH}
_STYLE = {"rom": Style.ROMANTIC, "ene": Style.ENERGETIC, "sen": Style.SENSUAL, "pla": Style.PLAYFUL}

Entry = Callable[..., MoveSpec]


def entries(category: Category, *, focus: str = "both") -> Entry:
    """Return what makes the moves of a category; `focus` is usual there and can be given for each."""

    def entry(
        slug: str,
        grades: str,
        tempo_bpm: float,
        day: int,
        choreograph: Callable[[], CoupleScore],
        notes: str,
        *,
        focus: str = focus,
        view_deg: float = 0.0,
    ) -> MoveSpec:
        """Return a move; `grades` is difficulty, energy and style in short, such as "B l rom"."""
        difficulty, energy, style = grades.split()
        name = slug.replace("_", " ").capitalize()
        words = category, _DIFFICULTY[difficulty], _ENERGY[energy], _STYLE[style]
        return MoveSpec(slug, name, *words, tempo_bpm, day, choreograph, notes, focus, view_deg)

    return entry
