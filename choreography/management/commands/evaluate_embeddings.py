"""Whether the neighbours of a move are moves of its kind, for each modality, next to chance."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from math import isnan
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from choreography import selectors
from choreography.library.inspection.evaluating import Evaluation, evaluate_library
from choreography.models import DEMO_LIBRARY, MAIN_LIBRARY
from common.errors import BuddyError
from video_processing.embeddings.evaluation import NEIGHBOURS

SCOPES = {"all": "all", "within": "same day", "across": "other days"}
LABELLED = "The text vector embeds the category's name: its precision, and that of `fused`, is leaked, not found."

TOO_SMALL = f"In a library of so few moves the {NEIGHBOURS} nearest are all there are: nothing can beat chance."


class Command(BaseCommand):
    help = "Measure precision@5 by category and by shared words of names: each modality alone, and fused."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--library", choices=(MAIN_LIBRARY, DEMO_LIBRARY), default=None)
        parser.add_argument("--json", action="store_true", help="nothing but JSON on standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            found = evaluate_library(options["library"] or selectors.library_in_use())
        except BuddyError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(json.dumps(_document(found)) if options["json"] else "\n".join(_table(found)))


def _document(found: Evaluation) -> dict[str, Any]:
    precision = {
        meaning: {
            modality: {scope: _finite(asdict(row)) for scope, row in by_scope.items()}
            for modality, by_scope in by_modality.items()
        }
        for meaning, by_modality in found.precision.items()
    }
    return {
        "library": found.library,
        "moves": found.moves,
        "filming_days": found.filming_days,
        "days_guessed": found.days_guessed,
        "neighbours": NEIGHBOURS,
        "precision": precision,
    }


def _finite(row: dict[str, float]) -> dict[str, float | None]:
    return {key: None if isnan(value) else value for key, value in row.items()}


def _table(found: Evaluation) -> list[str]:
    known = "filming days guessed from clothes" if found.days_guessed else "known filming days"
    lines = [f"Library {found.library}: {found.moves} moves of {found.filming_days} {known}; precision@5"]
    for meaning, by_modality in found.precision.items():
        lines.append(f"{'by ' + meaning:<22}" + "".join(f"{title:>12}" for title in SCOPES.values()))
        chances = next(iter(by_modality.values()))
        lines.append(f"  {'chance':<20}" + "".join(f"{_number(chances[scope].chance):>12}" for scope in SCOPES))
        for modality, by_scope in by_modality.items():
            lines.append(f"  {modality:<20}" + "".join(f"{_number(by_scope[scope].found):>12}" for scope in SCOPES))
    return [*lines, LABELLED, *([TOO_SMALL] if found.moves <= NEIGHBOURS + 1 else [])]


def _number(value: float) -> str:
    return "-" if isnan(value) else f"{value:.3f}"
