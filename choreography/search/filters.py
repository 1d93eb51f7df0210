"""Which moves a search may find: asked of columns in memory here, of the database in `pgvector`."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

import numpy as np
from django.db.models import QuerySet
from numpy.typing import NDArray

from ai_services.vocabulary import Category, Difficulty, Energy, Role, Style
from choreography.models import Move
from choreography.planning.styles import NEUTRAL_CATEGORIES, fits_style, focus_of
from choreography.planning.tempo import USUAL_STRETCH


@dataclass(frozen=True)
class MoveFilter:
    """What a move must be to be found; the rules are those of a plan."""

    owner_id: UUID | None = None
    """Whose moves are found beside everybody's."""
    difficulty: Difficulty | None = None
    """The hardest."""
    energy: Energy | None = None
    """Basics, intros and outros have any energy, and any style."""
    style: Style | None = None
    role: Role | None = None
    """Whom it is about."""
    categories: frozenset[Category] | None = None
    without: frozenset[Category] = field(default_factory=frozenset)
    tempo_bpm: float | None = None
    """Of a song that the clip must be able to follow."""
    stretch: float = USUAL_STRETCH
    """How far the clip's tempo may be from it, as a share."""
    left_out: frozenset[str] = field(default_factory=frozenset)
    """Ids."""


@dataclass(frozen=True)
class Label:
    """What a filter asks of one move."""

    move_id: str
    owner_id: UUID | None
    difficulty: Difficulty
    energy: Energy
    style: Style | None
    category: Category
    tempo_bpm: float
    role: Role | None = None
    """Whom it is about, by its own label or its kind."""


def labels_of(moves: QuerySet[Move]) -> list[Label]:
    """Return the labels of moves, one query."""
    names = ("id", "owner_id", "difficulty", "energy", "style", "category", "tempo_bpm", "role_focus")
    return [
        Label(
            str(i),
            owner,
            Difficulty(level),
            Energy(energy),
            Style(style) if style else None,
            Category(kind),
            bpm,
            focus_of(Category(kind), Role(role) if role else None),
        )
        for i, owner, level, energy, style, kind, bpm, role in moves.values_list(*names)
    ]


class Labels:
    """The labels of many moves as columns."""

    def __init__(self, labels: Iterable[Label]) -> None:
        """Take the labels in the order of the rows of an index."""
        self._labels = tuple(labels)
        self._owner = np.array([str(label.owner_id or "") for label in self._labels], dtype=np.str_)
        self._level = np.array([label.difficulty.level for label in self._labels], dtype=np.int64)
        self._energy = np.array([label.energy.value for label in self._labels], dtype=np.str_)
        self._category = np.array([label.category.value for label in self._labels], dtype=np.str_)
        self._role = np.array([label.role or "" for label in self._labels], dtype=np.str_)
        self._neutral = np.isin(self._category, [category.value for category in NEUTRAL_CATEGORIES])
        self._tempo_bpm = np.array([label.tempo_bpm for label in self._labels], dtype=np.float64)
        self._row_of = {label.move_id: row for row, label in enumerate(self._labels)}
        self._in_style = {style: self._fits(style) for style in Style}

    def __len__(self) -> int:
        """Return how many moves there are."""
        return len(self._labels)

    def rows(self, where: MoveFilter) -> NDArray[np.int64] | None:
        """Return the rows that may be found, None where that is all of them."""
        may = (self._owner == "") | (self._owner == str(where.owner_id or ""))
        if where.difficulty is not None:
            may &= self._level <= where.difficulty.level
        if where.energy is not None:
            may &= self._neutral | (self._energy == where.energy.value)
        if where.style is not None:
            may &= self._in_style[where.style]
        if where.role is not None:
            may &= self._role == where.role.value
        if where.categories is not None:
            may &= np.isin(self._category, [category.value for category in where.categories])
        if where.without:
            may &= ~np.isin(self._category, [category.value for category in where.without])
        if where.tempo_bpm is not None:
            may &= np.abs(where.tempo_bpm / self._tempo_bpm - 1.0) <= where.stretch
        may[[self._row_of[move_id] for move_id in where.left_out if move_id in self._row_of]] = False
        return None if may.all() else np.flatnonzero(may)

    def _fits(self, style: Style) -> NDArray[np.bool_]:
        return np.array([fits_style(label.category, label.style, style) for label in self._labels], dtype=np.bool_)
