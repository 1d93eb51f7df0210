"""Lists that people search: songs and moves, by what they ask for. Safe in the web process."""

from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Case, Max, Min, Q, QuerySet, When

from ai_services.vocabulary import Difficulty, Energy, Style
from choreography import selectors
from choreography.models import Move, MoveStatus, Song
from choreography.planning.tempo import USUAL_STRETCH, WIDEST_STRETCH
from choreography.search.filters import MoveFilter
from choreography.search.pgvector import allowed_moves
from users.models import User

R = TypeVar("R", Song, Move)
SEARCH_MAX = 100


@dataclass(frozen=True)
class SongQuery:
    """Which songs are looked for; what is empty or None does not matter."""

    search: str = ""
    """Words of title or artist."""
    genre: str = ""
    tempo_min: float | None = None
    tempo_max: float | None = None
    mine: bool = False
    ordering: str = "title"


@dataclass(frozen=True)
class MoveQuery:
    """Which moves are looked for; what is empty or None does not matter."""

    search: str = ""
    """Words of name or notes."""
    difficulty: str = ""
    energy: str = ""
    style: str = ""
    category: str = ""
    tempo_min: float | None = None
    tempo_max: float | None = None
    mine: bool = False
    status: str = MoveStatus.PUBLISHED
    """Staff sees any; for all others it is `published`, but for moves of their own."""
    ordering: str = "category"


@dataclass(frozen=True)
class TempoReach:
    """How well the library can follow a tempo."""

    moves: int
    moves_stretched: int
    slowest_bpm: float | None
    fastest_bpm: float | None


def songs(user: User, query: SongQuery) -> QuerySet[Song]:
    """Return the songs a user may dance to that match a query."""
    found = selectors.songs_for(user, query.search[:SEARCH_MAX])
    if query.mine:
        found = found.filter(owner=user)
    if query.genre:
        found = found.filter(genre__iexact=query.genre)
    return _within(found, query.tempo_min, query.tempo_max).order_by(query.ordering, "id")


def moves(user: User, query: MoveQuery) -> QuerySet[Move]:
    """Return the moves a user may see that match a query."""
    found = selectors.visible_moves(user)
    if query.mine:
        found = found.filter(owner=user)
    for name in ("difficulty", "energy", "style", "category", "status"):
        if value := getattr(query, name):
            found = found.filter(**{name: value})
    for word in query.search[:SEARCH_MAX].split():
        found = found.filter(Q(name__icontains=word) | Q(notes__icontains=word))
    return (
        _within(found, query.tempo_min, query.tempo_max)
        .order_by(query.ordering, "name", "id")
        .defer(*selectors.LARGE_MOVE_FIELDS)
    )


def matching_moves(user: User, difficulty: Difficulty, energy: Energy, style: Style) -> QuerySet[Move]:
    """Return the moves that meet a wish exactly, those of its own difficulty first, the best seen first."""
    found = allowed_moves(MoveFilter(user.pk, difficulty, energy, style))
    own = Case(When(difficulty=difficulty, energy=energy, style=style, then=0), default=1)
    return found.order_by(own, "-quality", "id").defer(*selectors.LARGE_MOVE_FIELDS)


def tempo_reach(user: User, tempo_bpm: float | None) -> TempoReach:
    """Return how many moves can follow a song of this tempo, and between which tempos there is any that can."""
    danceable = selectors.danceable_moves(user.pk)
    ends = danceable.aggregate(slowest=Min("tempo_bpm"), fastest=Max("tempo_bpm"))
    slowest, fastest = ends["slowest"], ends["fastest"]
    return TempoReach(
        moves=_following(danceable, tempo_bpm, USUAL_STRETCH),
        moves_stretched=_following(danceable, tempo_bpm, WIDEST_STRETCH),
        slowest_bpm=None if slowest is None else round(slowest * (1 - WIDEST_STRETCH), 1),
        fastest_bpm=None if fastest is None else round(fastest * (1 + WIDEST_STRETCH), 1),
    )


def _within(rows: QuerySet[R], lowest_bpm: float | None, highest_bpm: float | None) -> QuerySet[R]:
    if lowest_bpm is not None:
        rows = rows.filter(tempo_bpm__gte=lowest_bpm)
    return rows if highest_bpm is None else rows.filter(tempo_bpm__lte=highest_bpm)


def _following(moves: QuerySet[Move], tempo_bpm: float | None, stretch: float) -> int:
    if tempo_bpm is None:
        return 0
    return moves.filter(tempo_bpm__gte=tempo_bpm / (1 + stretch), tempo_bpm__lte=tempo_bpm / (1 - stretch)).count()
