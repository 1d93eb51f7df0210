"""One choreography for the shell: import, plan, assemble, and say how long each took."""

import logging
import shutil
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from choreography.blueprint.schema import Blueprint, Segment
from choreography.blueprint.wishes import DanceWish
from choreography.generation.assembly import assemble_blueprint
from choreography.generation.outputs import VIDEO
from choreography.generation.planning import plan_song
from choreography.models import Song, TaskStage
from choreography.renditions.kinds import Wanted, name_of, suffix_of
from choreography.renditions.making import make_rendition
from choreography.songs.importing import import_song
from common.errors import BuddyError, NotFoundError
from common.sentences import in_language

logger = logging.getLogger(__name__)

STAGE_NAMES = {
    TaskStage.ANALYSING: "analysis",
    TaskStage.SEARCHING: "library",
    TaskStage.SEQUENCING: "planning",
}


@dataclass(frozen=True)
class Dance:
    """A choreography that was made."""

    song: str
    blueprint: Blueprint
    video: Path
    seconds: dict[str, float]
    """Wall time a stage."""
    renditions: tuple[Path, ...] = ()
    """Further files of the video."""

    def report(self) -> dict[str, Any]:
        """Return the row of a report."""
        return {
            "song": self.song,
            "title": self.blueprint.song.title,
            "video": str(self.video),
            "renditions": [str(path) for path in self.renditions],
            "moves": len(self.blueprint.segments),
            "compromises": list(self.blueprint.compromises),
            "seconds": {name: round(took, 3) for name, took in self.seconds.items()},
        }


@dataclass(frozen=True)
class Failure:
    """A choreography that could not be made."""

    song: str
    code: str
    reason: str

    def report(self) -> dict[str, Any]:
        """Return the row of a report."""
        return {"song": self.song, "error": {"code": self.code, "reason": self.reason}}


def dance_song(given: str, wish: DanceWish, output: Path, wanted: Sequence[Wanted] = ()) -> Dance | Failure:
    """Dance a song (a file, or the id of one) into the folder `output`, with further files of the video where they are
    wanted; nothing stays there after a failure.
    """
    watch = _Stopwatch()
    try:
        watch.start("import")
        song = _song(given)
        blueprint = plan_song(song, wish, lambda stage, _percent, _message: watch.start(STAGE_NAMES[stage])).blueprint
        watch.start("assembly")
        _write(blueprint, output, wanted, watch)
        watch.stop()
    except BuddyError as error:
        logger.debug("%s could not be danced", given, exc_info=error)
        return Failure(given, error.code, in_language(str(error), wish.language))
    further = tuple(output / _file_of(each) for each in wanted)
    return Dance(given, blueprint, output / VIDEO, watch.seconds, further)


def song_list() -> str:
    """Return the songs there are, a line each."""
    songs = Song.objects.order_by("title")
    lines = [f"{song.id}  {song.tempo_bpm or 0:5.1f} BPM  {song.duration_s:5.0f} s  {song}" for song in songs]
    return "\n".join(lines) or "There are no songs yet."


def readable_plan(dance: Dance) -> str:
    """Return the plan for people: time, counts, move, why; then compromises and what it took."""
    plan = dance.blueprint
    lines = [f"{plan.song.title}, {plan.grid.tempo_bpm:.1f} BPM, {len(plan.segments)} moves"]
    lines += [_line(segment) for segment in plan.segments]
    lines += [f"  Compromise: {sentence}" for sentence in plan.compromises]
    lines.append("Seconds: " + ", ".join(f"{name} {took:.2f}" for name, took in dance.seconds.items()))
    lines.append(f"Video: {dance.video}")
    lines += [f"  Also: {path}" for path in dance.renditions]
    return "\n".join(lines)


def _line(segment: Segment) -> str:
    start = segment.target.start_s
    return (
        f"  {int(start // 60)}:{start % 60:05.2f}  {segment.target.beats:>2} counts  {segment.name} "
        f"({segment.category}, {segment.difficulty}): {segment.why}"
    )


def _song(given: str) -> Song:
    try:
        song_id = UUID(given)
    except ValueError:
        return import_song(Path(given))
    song = Song.objects.filter(id=song_id).first()
    if song is None:
        raise NotFoundError("There is no song of that id.")
    return song


def _write(blueprint: Blueprint, output: Path, wanted: Sequence[Wanted], watch: "_Stopwatch") -> None:
    """Put the files into `output` once all of them are made."""
    existed = output.exists()
    output.mkdir(parents=True, exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(prefix=".choreography-", dir=output) as directory:
            assemble_blueprint(blueprint, Path(directory))
            if wanted:
                watch.start("renditions")
            for each in wanted:
                make_rendition(each, blueprint, Path(directory) / VIDEO, Path(directory) / _file_of(each))
            for path in sorted(Path(directory).iterdir()):
                path.replace(output / path.name)
    except BaseException:
        if not existed:
            shutil.rmtree(output, ignore_errors=True)
        raise


def _file_of(wanted: Wanted) -> str:
    return name_of(wanted) + suffix_of(wanted)


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
