"""What a dancer has to dance with, and what is lacking, in numbers. Safe in the web process.

`statistics` counts a whole library for its curators.
"""

from dataclasses import dataclass

from django.db.models import Avg, Count, Max, Min, Sum

from choreography import selectors
from choreography.library.plannable import labelled_move
from choreography.models import MoveStatus
from choreography.planning.coverage import Cell, Gap, coverage, gaps, reach
from users.models import User


@dataclass(frozen=True)
class RepertoireStatistics:
    """The moves a user may dance, counted."""

    total: int
    own: int
    by_category: dict[str, int]
    by_difficulty: dict[str, int]
    by_energy: dict[str, int]
    by_style: dict[str, int]
    """Moves whose annotation names no style are not among them."""
    flagged: int | None
    """Moves that nobody may dance; None for those who may not know."""
    slowest_bpm: float | None
    fastest_bpm: float | None
    mean_quality: float | None
    """0 .. 1"""
    duration_s: float
    """Of all clips together."""


@dataclass(frozen=True)
class RepertoireCoverage:
    """Which wishes it serves, and what would help it most."""

    cells: tuple[Cell, ...]
    gaps: tuple[Gap, ...]
    reach: dict[int, int]
    """Moves that can follow a song, by its tempo in beats a minute."""


def repertoire_statistics(user: User) -> RepertoireStatistics:
    """Count the moves a user may dance."""
    moves = selectors.danceable_moves(user.pk)
    whole = moves.aggregate(
        total=Count("id"),
        slowest=Min("tempo_bpm"),
        fastest=Max("tempo_bpm"),
        quality=Avg("quality"),
        duration_s=Sum("duration_s", default=0.0),
    )
    flagged = selectors.visible_moves(user).filter(status=MoveStatus.FLAGGED).count() if user.is_staff else None

    def by(name: str) -> dict[str, int]:
        rows = moves.exclude(**{name: ""}).order_by(name).values_list(name).annotate(n=Count("id"))
        return dict(rows)

    return RepertoireStatistics(
        total=whole["total"],
        own=moves.filter(owner=user).count(),
        by_category=by("category"),
        by_difficulty=by("difficulty"),
        by_energy=by("energy"),
        by_style=by("style"),
        flagged=flagged,
        slowest_bpm=whole["slowest"],
        fastest_bpm=whole["fastest"],
        mean_quality=whole["quality"],
        duration_s=whole["duration_s"],
    )


def repertoire_coverage(user: User) -> RepertoireCoverage:
    """Tell which wishes of a user find enough moves."""
    counted = selectors.danceable_moves(user.pk).exclude(grid={}).defer("heard_grid", "role_evidence")
    moves = [labelled_move(move) for move in counted]
    cells = coverage(moves)
    return RepertoireCoverage(cells, gaps(cells), reach(moves))
