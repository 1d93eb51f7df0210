"""How well songs are danced: ours beside random clips and beside the earlier program's loop."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from math import isnan
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from ai_services.vocabulary import Difficulty, Energy, Style
from choreography.blueprint.schema import SongRef
from choreography.generation.evaluating import (
    GOALS,
    GREEDY,
    OURS,
    RANDOM,
    Figures,
    Trial,
    feet_of,
    means_of,
    trial,
    wishes,
)
from choreography.generation.library import plannable_moves
from choreography.management.made_songs import made_songs
from choreography.models import Song
from choreography.planning.inputs import Wish
from choreography.songs.analysis import analysis_of
from common.errors import BuddyError
from video_processing.music.grid import SongAnalysis

MOST_DRAWS = 100
ROWS = (
    ("cuts on count 1", "cuts_on_one", "{:.2f}"),
    ("cuts on count 1 or 5", "cuts_on_count", "{:.2f}"),
    ("cuts on any beat", "cuts_on_beat", "{:.2f}"),
    ("beat error, ms", "beat_error_ms", "{:.0f}"),
    ("seam distance, torsos", "seam_distance", "{:.2f}"),
    ("energy correlation", "energy_correlation", "{:.2f}"),
    ("moves", "moves", "{:.1f}"),
    ("distinct moves", "distinct", "{:.1f}"),
    ("repeats within 4", "repeats_within_4", "{:.2f}"),
    ("within difficulty", "within_difficulty", "{:.2f}"),
    ("foot-beat coherence", "coherence", "{:.3f}"),
    ("its chance value", "coherence_chance", "{:.3f}"),
    ("mean stretch", "mean_stretch", "{:.3f}"),
    ("largest stretch", "max_stretch", "{:.3f}"),
)
Songs = list[tuple[SongRef, SongAnalysis]]


class Command(BaseCommand):
    help = (
        "Measure plans on the songs of the library or on made songs: ours beside random clips and beside the loop of "
        "the 20 most similar ones."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--songs", nargs="*", metavar="TITLE", help="only songs whose title holds one of these")
        parser.add_argument("--made", type=int, metavar="N", help="N of 18 made songs instead (needs the extra `dev`)")
        parser.add_argument("--difficulty", nargs="*", choices=Difficulty.values, default=Difficulty.values)
        parser.add_argument("--energy", nargs="*", choices=Energy.values, default=[Energy.MEDIUM.value])
        parser.add_argument("--style", nargs="*", choices=Style.values, default=[Style.ROMANTIC.value])
        parser.add_argument("--all-cells", action="store_true", help="all 36 wishes of difficulty, energy and style")
        parser.add_argument("--seed", type=int, default=0, help="of the plans (default: 0, the best found)")
        parser.add_argument("--draws", type=int, default=5, help="random orders a song and wish (default: 5)")
        parser.add_argument("--json", action="store_true", help="nothing but JSON on standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        if not 1 <= options["draws"] <= MOST_DRAWS or options["seed"] < 0:
            raise CommandError(f"--draws takes 1 to {MOST_DRAWS}, --seed 0 or more.")
        moves = plannable_moves()
        if not moves:
            raise CommandError("The library has no moves yet: import some clips first.")
        try:
            songs = made_songs(options["made"]) if options["made"] is not None else _songs_of(options["songs"])
            feet = feet_of(moves)
            asked = _wishes(options)
            cases = [(*song, wish) for song in songs for wish in asked]
            trials = [
                trial(analysis, reference, moves, feet, wish, options["draws"])
                for reference, analysis, wish in tqdm(cases, unit="plan", desc="Dancing", disable=None)
            ]
        except BuddyError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(json.dumps(_document(trials, len(moves))) if options["json"] else _table(trials, len(moves)))


def _songs_of(titles: list[str] | None) -> Songs:
    found = [
        song
        for song in Song.objects.filter(owner=None).order_by("title")
        if not titles or any(title.casefold() in song.title.casefold() for title in titles)
    ]
    if not found:
        raise CommandError("There is no such song in the library." if titles else "There are no songs yet.")
    return [
        (SongRef(id=str(song.id), title=song.title, duration_s=song.duration_s, sha256=song.sha256), analysis_of(song))
        for song in found
    ]


def _wishes(options: dict[str, Any]) -> list[Wish]:
    if options["all_cells"]:
        return wishes(Difficulty, Energy, Style, options["seed"])
    difficulties = [Difficulty(level) for level in options["difficulty"]]
    energies = [Energy(energy) for energy in options["energy"]]
    return wishes(difficulties, energies, [Style(style) for style in options["style"]], options["seed"])


def _summary(trials: list[Trial]) -> dict[str, Figures]:
    return {method: means_of(trials, method) for method in (OURS, GREEDY, RANDOM)}


def _goals(summary: dict[str, Figures]) -> dict[str, bool]:
    return {name: bool(met(summary[OURS], summary[RANDOM])) for name, met in GOALS.items()}


def _levels(trials: list[Trial]) -> dict[str, list[Trial]]:
    return {level: own for level in Difficulty.values if (own := [t for t in trials if t.wish.startswith(level)])}


def _table(trials: list[Trial], moves: int) -> str:
    songs = len({trial.song for trial in trials})
    lines = [f"{len(trials)} plans of {songs} songs with {moves} moves; random is a mean of several orders"]
    for level, own in (_levels(trials) | {"all": trials}).items():
        summary = _summary(own)
        lines += ["", f"{level:<24}{OURS:>10}{GREEDY:>10}{RANDOM:>10}"]
        lines += [f"  {name:<22}" + _cells(summary, key, form) for name, key, form in ROWS]
        ratio = summary[OURS]["seam_distance"] / summary[RANDOM]["seam_distance"]
        lines.append(f"  {'seams, of random':<22}{'-' if isnan(ratio) else f'{ratio:.2f}':>10}")
        lines += [f"  goal {'met   ' if met else 'MISSED'} {name}" for name, met in _goals(summary).items()]
        compromised = sum(bool(trial.compromises) for trial in own)
        refused = sum(bool(trial.refusal) for trial in own)
        lines.append(f"  {compromised} of {len(own)} plans name compromises, {refused} were refused")
    lines += [f"refused: {trial.song}, {trial.wish}: {trial.refusal}" for trial in trials if trial.refusal]
    return "\n".join(lines)


def _cells(summary: dict[str, Figures], key: str, form: str) -> str:
    values = [summary[method][key] for method in (OURS, GREEDY, RANDOM)]
    return "".join(f"{'-' if isnan(value) else form.format(value):>10}" for value in values)


def _document(trials: list[Trial], moves: int) -> Any:
    groups = {
        level: {"means": _summary(own), "goals": _goals(_summary(own))}
        for level, own in (_levels(trials) | {"all": trials}).items()
    }
    return _without_nan({"moves": moves, "groups": groups, "plans": [asdict(trial) for trial in trials]})


def _without_nan(document: Any) -> Any:
    """Return the document with null where nothing was measured."""
    if isinstance(document, dict):
        return {key: _without_nan(value) for key, value in document.items()}
    if isinstance(document, list | tuple):
        return [_without_nan(value) for value in document]
    return None if isinstance(document, float) and isnan(document) else document
