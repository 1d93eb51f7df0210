"""Films the project's own couple."""

import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from choreography.demo.content import library_dir
from choreography.management.arguments import whole_number
from choreography.management.progress import bars
from video_processing.demo.couple.library import make_demo_library


class Command(BaseCommand):
    help = "Film the demo moves with their truth (keypoints, roles, beats); what is there is kept."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--output", type=Path, default=None, help="folder (default: data/media/demo/library)")
        parser.add_argument("--workers", type=whole_number(1), default=os.cpu_count() or 1)
        parser.add_argument("--flash", action="store_true", help="flash on every beat, to check synchrony")

    def handle(self, *args: Any, **options: Any) -> None:
        with bars() as progress:
            made = make_demo_library(
                options["output"] or library_dir(),
                workers=options["workers"],
                flash_on_beats=options["flash"],
                progress=lambda done, total, _: progress("Clips", done, total),
            )
        self.stdout.write(f"{len(made.made)} clips filmed, {len(made.kept)} kept. {made.annotations_path}")
