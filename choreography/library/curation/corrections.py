"""What a person said of a move's counts, read from its row and laid on its grid."""

from collections.abc import Iterable
from dataclasses import replace

from choreography.library.importing.discovery import ClipFile
from choreography.models import Move
from video_processing.clip_grid import NO_CORRECTIONS, GridCorrections, corrected_grid
from video_processing.music.grid import BeatGrid
from video_processing.music.serialization import grid_from_dict


def corrections_of(move: Move) -> GridCorrections:
    """Return what a person said of a move's counts."""
    count1_s = None
    if move.count1_beat is not None:
        count1_s = float(grid_from_dict(move.grid).beat_times_s[move.count1_beat]) - move.av_offset_ms / 1000
    return GridCorrections(move.av_offset_ms, count1_s)


def grid_with_count1(move: Move, beat: int | None) -> BeatGrid:
    """Return the grid that a move would have if a person said that `beat` of its grid is a count 1, or took it back."""
    count1_s = None
    if beat is not None:
        count1_s = float(grid_from_dict(move.grid).beat_times_s[beat]) - move.av_offset_ms / 1000
    heard = grid_from_dict(move.heard_grid or move.grid)
    return corrected_grid(heard, GridCorrections(move.av_offset_ms, count1_s), move.duration_s)


def with_corrections(library: str, clips: Iterable[ClipFile]) -> tuple[ClipFile, ...]:
    """Return clips with what a person said of them. It holds for as long as the film is the same, byte by byte."""
    clips = tuple(clips)
    known = {
        (move.library_path, move.clip_sha256): move
        for move in Move.objects.filter(library=library, library_path__in=[clip.library_path for clip in clips])
    }
    moves = [known.get((clip.library_path, clip.clip_sha256)) for clip in clips]
    return tuple(
        replace(clip, corrections=NO_CORRECTIONS if move is None else corrections_of(move))
        for clip, move in zip(clips, moves, strict=True)
    )
