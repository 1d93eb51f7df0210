"""How well songs are analysed: ours beside librosa's beat trackers, on made songs or on the dancers of the library."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from math import isnan
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from choreography.library.inspection.dance_phase import compare_on_clips
from choreography.models import MAIN_LIBRARY, Move
from common.errors import BuddyError

try:
    from video_processing.demo.songs.trials import trial_specs, true_song
    from video_processing.music.compare import compare_song, warm_up
    from video_processing.music.evaluate import Scores, mean_scores
    from video_processing.music.librosa_beats import default_beats, tuned_beats
except ImportError as error:
    MISSING = error.name
else:
    MISSING = None

ALL_SONGS = 18
COLUMNS = (
    ("beat F", "beat_f", "{:.3f}"),
    ("F 35 ms", "beat_f_tight", "{:.3f}"),
    ("bias ms", "bias_ms", "{:+.1f}"),
    ("octave", "octave_errors", "{:.0f}"),
    ("bar F", "downbeat_f", "{:.3f}"),
    ("count 1", "count1_whole_f", "{:.3f}"),
    ("half phr.", "count1_half_f", "{:.3f}"),
    ("sections", "boundary_f", "{:.3f}"),
    ("CPU s", "cpu_s", "{:.2f}"),
)


class Command(BaseCommand):
    help = (
        "Measure the analysis of songs in mir_eval's terms, ours beside librosa's default and tuned trackers: on 18 "
        "made songs (12 easy, 6 hard), or with --clips on how consistently the library's dancers move on the beats."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--seed-offset", type=int, default=20, help="other songs of the same kinds (default: 20)")
        parser.add_argument("--songs", type=int, default=ALL_SONGS, help="how many of the 18, evenly chosen")
        parser.add_argument("--clips", action="store_true", help="judge by the dancers of the library instead")
        parser.add_argument("--library", default=MAIN_LIBRARY, help="with --clips: which library")
        parser.add_argument("--json", action="store_true", help="nothing but JSON on standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        if MISSING is not None:
            raise CommandError(f"{MISSING} is not installed: it comes with the extra `dev` (pip install -e .[dev]).")
        if not 1 <= options["songs"] <= ALL_SONGS or options["seed_offset"] < 0:
            raise CommandError(f"--songs takes 1 to {ALL_SONGS}, --seed-offset 0 or more.")
        document, table = _on_clips(options["library"]) if options["clips"] else _on_songs(**_of_songs(options))
        self.stdout.write(json.dumps(document) if options["json"] else table)


def _of_songs(options: dict[str, Any]) -> dict[str, int]:
    return {"seed_offset": options["seed_offset"], "count": options["songs"]}


def _on_songs(seed_offset: int, count: int) -> tuple[dict[str, Any], str]:
    specs = trial_specs(seed_offset, count)
    scores: list[Scores] = []
    for spec in tqdm(specs, unit="song", desc="Listening", disable=None):
        song = true_song(spec)
        if not scores:
            warm_up(song)
        scores += compare_song(song)
    methods = list(dict.fromkeys(score.method for score in scores))
    means = {
        kind: {method: _means([score for score in chosen if score.method == method]) for method in methods}
        for kind, chosen in _kinds(scores).items()
    }
    lines = [f"{len(specs)} made songs, seed offset {seed_offset}: F within 70 ms, sections within 3 s, CPU a song"]
    lines.append(f"{'':<26}" + "".join(f"{title:>10}" for title, _, _ in COLUMNS))
    for kind, by_method in means.items():
        lines += [f"{kind + ', ' + method:<26}" + _cells(row) for method, row in by_method.items()]
    document = {"seed_offset": seed_offset, "means": means, "songs": [asdict(score) for score in scores]}
    return _without_nan(document), "\n".join(lines)


def _kinds(scores: list["Scores"]) -> dict[str, list["Scores"]]:
    kinds = {kind: [score for score in scores if score.song.lower().startswith(kind)] for kind in ("easy", "hard")}
    return {kind: chosen for kind, chosen in (kinds | {"all": scores}).items() if chosen}


def _means(scores: list["Scores"]) -> dict[str, float]:
    means = mean_scores(scores)
    del means["count1_f"]
    for name, has_half in (("count1_whole_f", False), ("count1_half_f", True)):
        means[name] = mean_scores([score for score in scores if score.has_half_phrase is has_half])["count1_f"]
    return means


def _cells(row: dict[str, float]) -> str:
    return "".join(f"{'-' if isnan(row[key]) else form.format(row[key]):>10}" for _, key, form in COLUMNS)


def _on_clips(library: str) -> tuple[dict[str, Any], str]:
    moves = Move.objects.filter(library=library)
    if not moves:
        raise CommandError(f"There are no clips in the library {library}.")
    trackers = {"librosa default": default_beats, "librosa tuned": tuned_beats}
    try:
        found = compare_on_clips(tqdm(moves, unit="clip", desc="Watching", disable=None), trackers)
    except BuddyError as error:
        raise CommandError(str(error)) from error
    lines = [f"{len(moves)} clips: consistency R of the dancers' phase, 0 to 1; by chance; probability of chance"]
    for method, by_signal in found.items():
        lines += [
            f"{method:<17}{signal:<18}R {row.r:.2f}  chance {row.chance_r:.2f}  p {row.p:.2g}  ({row.clips} clips)"
            for signal, row in by_signal.items()
        ]
    rows = {method: {signal.value: asdict(row) for signal, row in of.items()} for method, of in found.items()}
    return _without_nan({"library": library, "clips": rows}), "\n".join(lines)


def _without_nan(document: Any) -> Any:
    """Return the document with null where nothing was measured."""
    if isinstance(document, dict):
        return {key: _without_nan(value) for key, value in document.items()}
    if isinstance(document, list):
        return [_without_nan(value) for value in document]
    return None if isinstance(document, float) and isnan(document) else document
