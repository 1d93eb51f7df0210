"""Which wishes the library serves, which it serves poorly, and which new clips would help most."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand

from ai_services.vocabulary import Difficulty, Energy, Style
from choreography import selectors
from choreography.planning.coverage import ENOUGH_MOVES, Cell, coverage, gaps, reach, reach_by_level
from choreography.search.filters import Label, labels_of

MOST_GAPS = 8
BAR_MOVES = 2
"""Moves a sign of the tempo bar stands for."""


class Command(BaseCommand):
    help = "Map how many moves serve each difficulty, energy and style, and name the clips that would help most."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="nothing but JSON on standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        moves = labels_of(selectors.danceable_moves())
        left_out = selectors.left_out_moves(selectors.library_in_use()).filter(owner=None).count()
        self.stdout.write(json.dumps(_document(moves, left_out)) if options["json"] else _table(moves, left_out))


def _document(moves: list[Label], left_out: int) -> dict[str, Any]:
    cells = coverage(moves)
    return {
        "moves": len(moves),
        "left_out": left_out,
        "enough_moves": ENOUGH_MOVES,
        "cells": [asdict(cell) | {"thin": cell.thin, "empty": cell.empty} for cell in cells],
        "gaps": [asdict(gap) for gap in gaps(cells)],
        "reach": [{"tempo_bpm": bpm, "moves": count} for bpm, count in reach(moves).items()],
        "reach_by_level": {level.value: list(reached.values()) for level, reached in reach_by_level(moves).items()},
    }


def _table(moves: list[Label], left_out: int) -> str:
    cells = coverage(moves)
    lacking = gaps(cells)
    of = {(cell.difficulty, cell.energy, cell.style): cell for cell in cells}
    lines = [f"{len(moves)} moves. Moves a wish can be danced with; ! too few for variety, !! too few for any song"]
    if left_out:
        lines.append(f"{left_out} more left out, made by another encoder than most: verify_embeddings names them.")
    lines.append(f"{'':<22}" + "".join(f"{style.value:>12}" for style in Style))
    for difficulty in Difficulty:
        for energy in Energy:
            row = "".join(f"{_told(of[difficulty, energy, style]):>12}" for style in Style)
            lines.append(f"{difficulty.value:<13} {energy.value:<8}" + row)
    lines += ["", "Clips that would help most:" if lacking else f"Every wish has {ENOUGH_MOVES} moves or more."]
    lines += [
        f"  {gap.difficulty.value}, {gap.energy.value} energy, {gap.style.value}: {gap.missing} moves are lacking in "
        f"{gap.cells} wish{'es' if gap.cells > 1 else ''}"
        for gap in lacking[:MOST_GAPS]
    ]
    lines += ["", f"Moves that can follow a song:   {'up to ' + ', '.join(level.value for level in Difficulty)}"]
    by_level = reach_by_level(moves)
    lines += [
        f"  {bpm:>3} BPM {count:>5}  {_counts(by_level, bpm)}  {'#' * round(count / BAR_MOVES)}"
        for bpm, count in reach(moves).items()
    ]
    return "\n".join(lines)


def _counts(by_level: dict[Difficulty, dict[int, int]], bpm: int) -> str:
    return "".join(f"{reached[bpm]:>5}" for reached in by_level.values())


def _told(cell: Cell) -> str:
    return f"{cell.moves} {'!!' if cell.empty else '!' if cell.thin else '  '}"
