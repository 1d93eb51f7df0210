"""A found sequence as pieces: what each segment of the plan is, how it scored, how it joins the one before."""

from dataclasses import dataclass

import numpy as np

from choreography.planning.inputs import PlannableMove
from choreography.planning.offers import Offers
from choreography.planning.relaxation import Found
from choreography.planning.scoring import Occasion, score_parts
from choreography.planning.seams import flows, seam_distances
from choreography.planning.segments import windows_of
from choreography.planning.slots import Run


@dataclass(frozen=True)
class Piece:
    """One segment of the plan, before it is written down."""

    run: Run
    move_index: int
    move: PlannableMove
    first_beat: int
    """Beat of the clip, a count 1 or 5."""
    speed: float
    """Clip seconds a song second."""
    seam_distance: float | None
    """Torso lengths from the piece before; `None` for the first."""
    flows: bool
    parts: dict[str, float]
    """The score by its parts, in points."""


def pieces_of(occasion: Occasion, found: Found) -> tuple[Piece, ...]:
    """Return the sequence as pieces, in the order of the song."""
    pieces: list[Piece] = []
    exit_row: int | None = None
    for step in found.steps:
        table = found.offers[step.slot].take(np.array([step.offer]))
        pieces.append(_piece(occasion, step.slot, table, exit_row))
        exit_row = int(table.exit_row[0])
    return tuple(pieces)


def _piece(occasion: Occasion, slot: int, table: Offers, exit_row: int | None) -> Piece:
    library = occasion.library
    move, first_beat, beats = int(table.move[0]), int(table.first_beat[0]), int(table.beats[0])
    run = Run(slot, int(table.end_slot[0]), occasion.slots[slot].first_beat, beats)
    distance = None if exit_row is None else float(seam_distances(library, np.array([exit_row]), table.entry_row)[0, 0])
    windows = windows_of(library, beats)
    window = windows.take((windows.move == move) & (windows.first_beat == first_beat))
    return Piece(
        run=run,
        move_index=move,
        move=library.moves[move],
        first_beat=first_beat,
        speed=float(table.speed[0]),
        seam_distance=distance,
        flows=exit_row is not None
        and distance is not None
        and flows(library, exit_row, int(table.entry_row[0]), distance),
        parts={name: float(values[0]) for name, values in score_parts(occasion, run, window).items()},
    )
