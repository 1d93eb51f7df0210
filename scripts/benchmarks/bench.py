"""`scripts/bench`: the project's figures, each measured now and in a process of its own."""

import argparse
import json
import os
import sys
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bachata_buddy.settings")
django.setup()

from choreography.demo.content import library_dir, make_library, make_songs  # noqa: E402
from choreography.selectors import danceable_moves  # noqa: E402
from common.errors import BuddyError  # noqa: E402
from scripts.benchmarks import (  # noqa: E402
    assembling,
    importing,
    made_plans,
    music,
    plain_music,
    planning,
    searching,
    service,
    sweeping,
)
from scripts.benchmarks.long_song import long_song  # noqa: E402
from scripts.benchmarks.measuring import Figures, measured_apart  # noqa: E402
from video_processing.media.probe import probe_clip  # noqa: E402

Results = dict[str, Figures]
BENCHES = ("import", "music", "search", "planning", "assembly", "service", "sweeping")
SEARCHED = (1_000, 25_000, 100_000)
"""Moves of the libraries that are searched."""
PUBLISHED = (100, 1_000, 10_000)
"""Dances among which the janitor takes its turn."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("benches", nargs="*", metavar="BENCH", help=f"any of {', '.join(BENCHES)} (default: all)")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    parser.add_argument("--clips", type=Path, help="folder of clips to import (default: the demo clips)")
    parser.add_argument("--n-clips", type=int, default=5, help="how many clips are imported (default: 5)")
    options = parser.parse_args()
    if unknown := set(options.benches) - set(BENCHES):
        parser.error(f"unknown: {', '.join(sorted(unknown))}; known: {', '.join(BENCHES)}")
    try:
        results = run(options.benches or list(BENCHES), options.clips, options.n_clips)
    except BuddyError as error:
        sys.exit(f"error: {error}")
    print(json.dumps(results, indent=1) if options.json else table(results))


def run(benches: list[str], clips: Path | None, n_clips: int) -> Results:
    """Return figures by bench, making the demo's material where it is missing."""
    if set(benches) - {"sweeping"} and not danceable_moves().exists():
        make_library(os.cpu_count() or 1, _quiet)
    results: Results = {}
    if "import" in benches:
        results["import"] = measured_apart(importing.import_clips, _clips(clips, n_clips))
    if {"music", "planning"} & set(benches):
        song = max(make_songs(_quiet), key=lambda made: made.duration_s)
    if "music" in benches:
        source = Path(django.conf.settings.MEDIA_ROOT) / song.source_key  # FLAC, which librosa reads without ffmpeg
        results["music"] = measured_apart(music.analyse, source)
        if plain_music.HAS_LIBROSA:
            results["music, plain librosa"] = measured_apart(plain_music.analyse, source)
            results["music, ratios"] = music.ratios(results["music"], results["music, plain librosa"])
    if "planning" in benches:
        results["planning"] = measured_apart(planning.plan, str(song.id))
        results["planning, made libraries"] = measured_apart(made_plans.made_plans)
    if "search" in benches:
        results |= {f"search, {size} moves": measured_apart(searching.search, size) for size in SEARCHED}
    if "assembly" in benches:
        results |= _assemblies()
    if "service" in benches:
        results["service"] = measured_apart(service.serve)
    if "sweeping" in benches:
        swept = {size: measured_apart(sweeping.sweep, size) for size in PUBLISHED}
        results |= {f"sweeping, {size} dances": figures for size, figures in swept.items()}
        results["sweeping, ratios"] = sweeping.ratios(swept[PUBLISHED[0]], swept[PUBLISHED[-1]])
    return results


def _assemblies() -> Results:
    """Return the figures of one plan of three minutes, assembled in three ways."""
    with long_song() as song:
        plan = planning.planned(str(song.id)).model_dump_json()
        fast = measured_apart(assembling.assemble_fast, plan)
        blended = measured_apart(assembling.assemble_with_blends, plan)
        usual = measured_apart(assembling.assemble_usual, plan)
    ratios = {
        "usual_seconds_a_fast_second": usual["seconds"] / fast["seconds"],
        "usual_cpu_seconds_a_fast_cpu_second": usual["cpu_seconds"] / fast["cpu_seconds"],
    }
    return {
        "assembly, fast": fast,
        "assembly, balanced": blended,
        "assembly, the usual way": usual,
        "assembly, ratios": ratios,
    }


def _clips(folder: Path | None, count: int) -> list[Path]:
    if folder is None:
        make_library(os.cpu_count() or 1, _quiet)
    found = sorted((folder or library_dir()).rglob("*.mp4"))
    if not found:
        sys.exit("error: there are no clips in that folder")
    every = max(1, len(found) // count)
    chosen = found[::every][:count]
    for clip in chosen:
        probe_clip(clip)
    return chosen


def _quiet(*_: object) -> None:
    """Draw nothing: the table is all that is printed."""


def table(results: Results) -> str:
    """Return the figures for people."""
    lines = []
    for name, figures in results.items():
        lines.append(name)
        lines += [f"  {key:<36}{value:>12.3f}" for key, value in figures.items()]
    return "\n".join(lines)
