"""Where a library is thin, for its curators: which wishes it serves poorly, and which new clips would help most."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Protocol

from ai_services.vocabulary import Category, Difficulty, Energy, Style
from choreography.planning.styles import NEUTRAL_CATEGORIES, fits_style
from choreography.planning.tempo import USUAL_STRETCH

TEMPOS_BPM = tuple(range(95, 166, 5))
"""Songs that the analysis takes for bachata."""

ENOUGH_MOVES = 12
"""Different moves that fill half of the phrases of a minute and a half at 128 beats a minute."""


FEWEST_MOVES = 5
"""With fewer, some move must come back within four."""


class Labelled(Protocol):
    """What a map asks of a move: its labels."""

    @property
    def difficulty(self) -> Difficulty: ...
    @property
    def energy(self) -> Energy: ...
    @property
    def style(self) -> Style | None: ...
    @property
    def category(self) -> Category: ...
    @property
    def tempo_bpm(self) -> float: ...


@dataclass(frozen=True)
class Cell:
    """One wish, and how well the library serves it."""

    difficulty: Difficulty
    energy: Energy
    style: Style
    moves: int
    """Moves of that energy and style at or below the difficulty; basics, intros and outros count everywhere."""
    own: int
    """Of these, moves of that difficulty itself that are neither basics, intros nor outros."""

    @property
    def thin(self) -> bool:
        """Return whether a plan has to relax style or energy."""
        return self.moves < ENOUGH_MOVES

    @property
    def empty(self) -> bool:
        """Return whether even the shortest song repeats moves within four."""
        return self.moves < FEWEST_MOVES


@dataclass(frozen=True)
class Gap:
    """A kind of clip that the library lacks."""

    difficulty: Difficulty
    energy: Energy
    style: Style
    cells: int
    """Thin cells that a clip of this kind would serve."""
    missing: int
    """Moves that these cells lack, summed."""


def coverage(moves: Sequence[Labelled]) -> tuple[Cell, ...]:
    """Return all 36 cells of difficulty, energy and style."""
    return tuple(_cell(moves, *wish) for wish in product(Difficulty, Energy, Style))


def gaps(cells: Sequence[Cell]) -> tuple[Gap, ...]:
    """Return the kinds of clip that would help, those that serve the neediest cells first.

    A clip serves the cells of its energy and style from its own difficulty upwards.
    """
    found = []
    for difficulty, energy, style in product(Difficulty, Energy, Style):
        served = [
            cell
            for cell in cells
            if cell.thin and (cell.energy, cell.style) == (energy, style) and cell.difficulty.level >= difficulty.level
        ]
        if served:
            missing = sum(ENOUGH_MOVES - cell.moves for cell in served)
            found.append(Gap(difficulty, energy, style, len(served), missing))
    return tuple(sorted(found, key=lambda gap: (-gap.missing, -gap.cells, gap.difficulty.level)))


def reach(moves: Sequence[Labelled]) -> dict[int, int]:
    """Return how many moves can follow a song at each tempo of `TEMPOS_BPM` within the usual stretch."""
    tempos = [move.tempo_bpm for move in moves if move.tempo_bpm > 0]
    return {bpm: sum(abs(bpm / tempo - 1.0) <= USUAL_STRETCH for tempo in tempos) for bpm in TEMPOS_BPM}


def reach_by_level(moves: Sequence[Labelled]) -> dict[Difficulty, dict[int, int]]:
    """Return `reach` of the moves at or below each level: what a dancer of that level has of it."""
    return {level: reach([move for move in moves if move.difficulty.level <= level.level]) for level in Difficulty}


def _cell(moves: Sequence[Labelled], difficulty: Difficulty, energy: Energy, style: Style) -> Cell:
    serving = [
        move
        for move in moves
        if move.difficulty.level <= difficulty.level
        and (move.energy is energy or move.category in NEUTRAL_CATEGORIES)
        and fits_style(move.category, move.style, style)
    ]
    own = sum(move.difficulty is difficulty and move.category not in NEUTRAL_CATEGORIES for move in serving)
    return Cell(difficulty, energy, style, len(serving), own)
