"""All moves of a library on one picture."""

from argparse import ArgumentParser
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ai_services.vocabulary import Category
from choreography import selectors
from choreography.management.arguments import whole_number
from choreography.models import DEMO_LIBRARY, MAIN_LIBRARY, Move
from common import storage
from common.errors import BuddyError
from video_processing.media.contact_sheet import SheetRow, make_contact_sheet
from video_processing.media.content_crop import find_content
from video_processing.media.frames import Crop
from video_processing.media.probe import probe_clip
from video_processing.music.serialization import grid_from_dict
from video_processing.pose.storage import unpack_track


class Command(BaseCommand):
    help = "Draw a PNG of all moves: a row a move, frames on counts 1 3 5 7, lead and follow marked."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("output", type=Path, help="the PNG to write")
        parser.add_argument("--library", choices=(MAIN_LIBRARY, DEMO_LIBRARY), default=None)
        parser.add_argument("--category", choices=Category.values, action="append", help="only these; may repeat")
        parser.add_argument("--limit", type=whole_number(1), default=None, help="at most so many rows")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["output"].resolve().parent.is_dir():
            raise CommandError("The folder of the output does not exist.")
        moves = Move.objects.filter(library=options["library"] or selectors.library_in_use())
        if options["category"]:
            moves = moves.filter(category__in=options["category"])
        try:
            with ExitStack() as files:
                rows = [_row(move, files) for move in moves[: options["limit"]]]
                make_contact_sheet(rows, options["output"])
        except BuddyError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{len(rows)} moves: {options['output']}")


def _row(move: Move, files: ExitStack) -> SheetRow:
    grid = grid_from_dict(move.grid)
    lines = [move.category.replace("_", " "), f"{move.difficulty}, {move.energy}", f"{move.tempo_bpm:.0f} BPM"]
    if move.flag_reason:
        lines.append(f"flagged: {move.flag_reason}")
    return SheetRow(
        video_path=files.enter_context(storage.local_copy(move.mezzanine_key)),
        title=move.name,
        beat_times_s=grid.beat_times_s,
        count1_beat=int(grid.count1_beats[0]),
        track=unpack_track(storage.read_bytes(move.keypoints_key)) if move.keypoints_key else None,
        content=_content(move),
        subtitle="\n".join(lines),
    )


def _content(move: Move) -> Crop | None:
    """Return the part of the clip's picture that its mezzanine shows, where that may be less than all."""
    if not move.keypoints_key or move.clip_sha256 == move.mezzanine_sha256 or not storage.exists(move.clip_key):
        return None
    with storage.local_copy(move.clip_key) as clip:
        info = probe_clip(clip)
        return find_content(clip, (info.width_px, info.height_px))
