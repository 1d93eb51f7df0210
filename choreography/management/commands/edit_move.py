"""Corrects one move of a library, here and now."""

from argparse import ArgumentParser
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError

from choreography import selectors
from choreography.library.curation import correcting, editing
from choreography.library.importing.normalising import normalise_library
from choreography.models import DEMO_LIBRARY, MAIN_LIBRARY, AnalysisQuality, Move
from common.errors import BuddyError, NotFoundError

UNKNOWN = "unknown"


class Command(BaseCommand):
    help = "Correct a move: roles, count 1, offset of pictures and sound; publish it, hold it back, import it again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("move", help="its id, or its path in the library (category/name.mp4)")
        parser.add_argument("--library", choices=(MAIN_LIBRARY, DEMO_LIBRARY), default=None)
        parser.add_argument("--flip-roles", action="store_true", help="exchange lead and follow")
        parser.add_argument(
            "--count1-beat", metavar="N", help=f"this beat of the move's grid is a count 1; `{UNKNOWN}` takes it back"
        )
        parser.add_argument("--av-offset-ms", type=float, metavar="X", help="the dancers are X ms later than the sound")
        parser.add_argument("--reimport", action="store_true", help="make it anew from its kept clip")
        parser.add_argument("--quality", choices=AnalysisQuality.values, default=AnalysisQuality.BALANCED.value)
        parser.add_argument("--publish", action="store_true", help="let it be danced again")
        parser.add_argument("--flag", metavar="REASON", help="keep it from being danced")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["publish"] and options["flag"] is not None:
            raise CommandError("--publish and --flag contradict each other.")
        try:
            move = _move(options["move"], options["library"])
            done = self._edit(move, options)
            if not done:
                raise CommandError("Say what to change: see --help.")
            normalise_library(move.library)
        except BuddyError as error:
            raise CommandError(str(error)) from error
        move = Move.objects.get(id=move.id)
        because = f" ({move.flag_reason})" if move.flag_reason else ""
        self.stdout.write(f"{move.library_path}: {', '.join(done)}; it is {move.status}{because}.")

    def _edit(self, move: Move, options: dict[str, Any]) -> list[str]:
        done = []
        if options["reimport"]:
            correcting.reimport_move(move, rate_hz=AnalysisQuality(options["quality"]).rate_hz)
            move = Move.objects.get(id=move.id)
            done.append("imported again")
        if options["flip_roles"]:
            correcting.flip_move_roles(move)
            done.append("lead and follow exchanged")
        if options["av_offset_ms"] is not None:
            editing.check_offset(options["av_offset_ms"])
            correcting.shift_move(move, options["av_offset_ms"])
            done.append(f"counts laid on pictures {options['av_offset_ms']:+.0f} ms from the sound")
        if options["count1_beat"] is not None:
            beat = _beat(options["count1_beat"])
            if editing.correct_count1(move, beat) and move.keypoints_key:
                correcting.derive_move(Move.objects.get(id=move.id))
            done.append("count 1 is not known" if beat is None else f"beat {beat} is a count 1")
        if options["publish"]:
            editing.publish(move)
            done.append("published")
        if options["flag"] is not None:
            editing.flag(move, options["flag"])
            done.append("held back")
        return done


def _move(given: str, library: str | None) -> Move:
    try:
        found = Move.objects.filter(id=UUID(given)).first()
    except ValueError:
        name = library or selectors.library_in_use()
        found = Move.objects.filter(library=name, library_path=given).first()
    if found is None:
        raise NotFoundError("There is no such move.")
    return found


def _beat(given: str) -> int | None:
    if given == UNKNOWN:
        return None
    try:
        return int(given)
    except ValueError as error:
        raise CommandError(f"--count1-beat takes a number of a beat, or `{UNKNOWN}`.") from error
