"""Makes choreographies from the shell: plan, video, captions, chapters; one song or several side by side."""

import json
import multiprocessing
import os
import sys
from argparse import ArgumentParser, ArgumentTypeError
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import Any

import django
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from ai_services.vocabulary import Difficulty, Energy, Role, Style
from choreography.blueprint.schema import QUALITIES
from choreography.blueprint.wishes import DanceWish
from choreography.management.arguments import whole_number
from choreography.management.shell import Dance, Failure, dance_song, readable_plan, song_list
from choreography.renditions.kinds import InvalidRenditionError, Wanted, wanted_from_text
from common.language import LANGUAGES

SHORTEST_S, LONGEST_S = 20.0, 600.0
REPORT_NAME = "choreography_report.json"


def _duration(text: str) -> float | None:
    if text == "full":
        return None
    try:
        seconds = float(text)
    except ValueError:
        raise ArgumentTypeError("must be `full` or a number of seconds") from None
    if not SHORTEST_S <= seconds <= LONGEST_S:
        raise ArgumentTypeError(f"must be {SHORTEST_S:.0f} to {LONGEST_S:.0f} seconds")
    return seconds


def _renditions(text: str) -> tuple[Wanted, ...]:
    try:
        return tuple(wanted_from_text(word) for word in text.split(","))
    except InvalidRenditionError as error:
        raise ArgumentTypeError(f"{error} Such as slower:0.75,phrase:0,move:2:0.5,share,preview") from None


class Command(BaseCommand):
    help = (
        "Dance songs: writes choreography.mp4, blueprint.json, captions.vtt, chapters.vtt and poster.jpg; for several "
        "songs a folder each and one report."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("songs", metavar="SONG", nargs="*", help="song files, or ids of songs")
        parser.add_argument("--list-songs", action="store_true", help="print the songs there are, with their ids")
        parser.add_argument("--difficulty", choices=Difficulty.values, default=Difficulty.INTERMEDIATE.value)
        parser.add_argument("--energy", choices=Energy.values, default=Energy.MEDIUM.value)
        parser.add_argument("--style", choices=Style.values, default=Style.ROMANTIC.value)
        parser.add_argument("--role", choices=Role.values, help="whose moves to prefer (default: of both alike)")
        parser.add_argument("--duration", type=_duration, default=None, help="full (default) or seconds, such as 60")
        parser.add_argument("--language", choices=LANGUAGES, default="en", help="of reasons, compromises and refusals")
        parser.add_argument("--seed", type=whole_number(0), default=0, help="another seed, another choreography")
        parser.add_argument("--quality", choices=QUALITIES, default="fast")
        parser.add_argument(
            "--renditions",
            type=_renditions,
            default=(),
            help="further files, such as slower:0.75,phrase:0,move:2:0.5,share,preview (numbers count from 0)",
        )
        parser.add_argument("--output", type=Path, help="folder for the result")
        parser.add_argument(
            "--workers", type=whole_number(1), default=min(os.cpu_count() or 1, 8), help="songs at a time"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["list_songs"]:
            self.stdout.write(song_list())
            return
        if not options["songs"] or options["output"] is None:
            raise CommandError("A song and --output are needed.")
        wish = DanceWish(
            Difficulty(options["difficulty"]),
            Energy(options["energy"]),
            Style(options["style"]),
            options["duration"],
            options["seed"],
            options["quality"],
            language=options["language"],
            role=Role(options["role"]) if options["role"] else None,
        )
        if len(options["songs"]) == 1:
            self._dance_one(options["songs"][0], wish, options["output"], options["renditions"])
        else:
            self._dance_many(options["songs"], wish, options["output"], options["renditions"], options["workers"])

    def _dance_one(self, song: str, wish: DanceWish, output: Path, renditions: tuple[Wanted, ...]) -> None:
        result = dance_song(song, wish, output, renditions)
        if isinstance(result, Failure):
            raise CommandError(result.reason)
        self.stdout.write(readable_plan(result))

    def _dance_many(
        self, songs: list[str], wish: DanceWish, output: Path, renditions: tuple[Wanted, ...], workers: int
    ) -> None:
        folders = _folders(songs, output)
        context = multiprocessing.get_context("spawn")  # a fork would copy open database connections
        results: dict[str, Dance | Failure] = {}
        with (
            ProcessPoolExecutor(workers, mp_context=context, initializer=django.setup) as pool,
            tqdm(total=len(songs), unit="song", desc="Dancing", disable=None) as bar,
        ):
            futures = {pool.submit(dance_song, song, wish, folders[song], renditions): song for song in folders}
            for future in as_completed(futures):
                result = results[futures[future]] = future.result()
                bar.update()
                if isinstance(result, Failure):
                    bar.write(f"  {result.song}: {result.reason}", file=sys.stderr)
        report = output / REPORT_NAME
        report.parent.mkdir(parents=True, exist_ok=True)
        rows = [results[song].report() for song in folders]
        report.write_text(json.dumps({"version": 1, "songs": rows}, indent=1, ensure_ascii=False) + "\n")
        failed = sum(isinstance(result, Failure) for result in results.values())
        self.stdout.write(f"{len(results) - failed} danced, {failed} failed. Report: {report}")
        if failed:
            raise CommandError(f"{failed} of {len(results)} songs could not be danced.")


def _folders(songs: list[str], output: Path) -> dict[str, Path]:
    """Return a folder of its own for each song; songs of one name are told apart by number."""
    folders: dict[str, Path] = {}
    for song in dict.fromkeys(songs):
        name, number = Path(song).stem, 2
        folder = output / name
        while folder in folders.values():
            folder, number = output / f"{name}-{number}", number + 1
        folders[song] = folder
    return folders
