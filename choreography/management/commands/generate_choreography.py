"""Makes a choreography from the shell: plan, video, captions, chapters."""

import shutil
import tempfile
import time
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError

from ai_services.vocabulary import Difficulty, Energy, Style
from choreography.blueprint.schema import Blueprint, Segment
from choreography.generation.assembly import assemble_blueprint
from choreography.generation.planning import plan_song
from choreography.models import Song, TaskStage
from choreography.songs.importing import import_song
from choreography.wishes import DanceWish
from common.errors import BuddyError

SHORTEST_S = 20.0


def _duration(text: str) -> float | None:
    if text == "full":
        return None
    try:
        seconds = float(text)
    except ValueError:
        raise ArgumentTypeError("must be `full` or a number of seconds") from None
    if not SHORTEST_S <= seconds <= 600:
        raise ArgumentTypeError(f"must be {SHORTEST_S:.0f} to 600 seconds")
    return seconds


class Command(BaseCommand):
    help = "Dance a song: writes choreography.mp4, blueprint.json, captions.vtt and chapters.vtt."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("song", metavar="SONG", help="a song file, or the id of a song")
        parser.add_argument("--difficulty", choices=Difficulty.values, default=Difficulty.INTERMEDIATE.value)
        parser.add_argument("--energy", choices=Energy.values, default=Energy.MEDIUM.value)
        parser.add_argument("--style", choices=Style.values, default=Style.ROMANTIC.value)
        parser.add_argument("--duration", type=_duration, default=None, help="full (default) or seconds, such as 60")
        parser.add_argument("--seed", type=int, default=0, help="another seed, another choreography")
        parser.add_argument("--output", type=Path, required=True, help="folder for the result")

    def handle(self, *args: Any, **options: Any) -> None:
        wish = DanceWish(
            Difficulty(options["difficulty"]),
            Energy(options["energy"]),
            Style(options["style"]),
            options["duration"],
            options["seed"],
        )
        watch = _Stopwatch()
        try:
            watch.start("import")
            song = _song(options["song"])
            blueprint = plan_song(song, wish, lambda stage, _percent, _message: watch.start(_STAGE_NAMES[stage]))
            watch.start("assembly")
            _write(blueprint, options["output"])
            watch.stop()
        except BuddyError as error:
            raise CommandError(str(error)) from error
        self._print_plan(blueprint)
        self.stdout.write("Seconds: " + ", ".join(f"{name} {took:.2f}" for name, took in watch.seconds.items()))
        self.stdout.write(f"Video: {options['output'] / 'choreography.mp4'}")

    def _print_plan(self, plan: Blueprint) -> None:
        self.stdout.write(f"\n{plan.song.title}, {plan.grid.tempo_bpm:.1f} BPM, {len(plan.segments)} moves")
        for segment in plan.segments:
            self.stdout.write(_line(segment))
        for sentence in plan.compromises:
            self.stdout.write(f"  Compromise: {sentence}")


_STAGE_NAMES = {
    TaskStage.ANALYSING: "analysis",
    TaskStage.SEARCHING: "library",
    TaskStage.SEQUENCING: "planning",
}


class _Stopwatch:
    """Wall time a stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._stage, self._since = "", time.perf_counter()

    def start(self, stage: str) -> None:
        self.stop()
        self._stage = stage

    def stop(self) -> None:
        now = time.perf_counter()
        if self._stage:
            self.seconds[self._stage] = self.seconds.get(self._stage, 0.0) + now - self._since
        self._stage, self._since = "", now


def _song(given: str) -> Song:
    try:
        song_id = UUID(given)
    except ValueError:
        return import_song(Path(given))
    song = Song.objects.filter(id=song_id).first()
    if song is None:
        raise CommandError("There is no song of that id.")
    return song


def _write(blueprint: Blueprint, output: Path) -> None:
    """Put the files into `output` once all of them are made."""
    existed = output.exists()
    output.mkdir(parents=True, exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(prefix=".choreography-", dir=output) as directory:
            assemble_blueprint(blueprint, Path(directory))
            for path in sorted(Path(directory).iterdir()):
                path.replace(output / path.name)
    except BaseException:
        if not existed:
            shutil.rmtree(output, ignore_errors=True)
        raise


def _line(segment: Segment) -> str:
    start = segment.target.start_s
    return (
        f"  {int(start // 60)}:{start % 60:05.2f}  {segment.target.beats:>2} counts  {segment.name} "
        f"({segment.category}, {segment.difficulty}): {segment.why}"
    )
