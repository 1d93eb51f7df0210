"""Makes the project's own songs."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from choreography.demo.content import songs_dir
from choreography.management.progress import bars
from video_processing.demo.songs.files import make_demo_songs


class Command(BaseCommand):
    help = "Make the demo songs and their truth (beats, counts, phrases, sections); what is there is kept."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--output", type=Path, default=None, help="folder (default: data/media/demo/songs)")

    def handle(self, *args: Any, **options: Any) -> None:
        with bars() as progress:
            files = make_demo_songs(
                options["output"] or songs_dir(), progress=lambda done, total: progress("Songs", done, total)
            )
        for file in files:
            self.stdout.write(f"{file.sound_path}  {file.spec.title}, {file.spec.tempo_bpm:g} BPM")
