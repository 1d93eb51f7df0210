"""What must hold between the parts of a blueprint. Each rule raises `ValueError` with a sentence for a person."""

from itertools import pairwise

from choreography.blueprint.counts import ENTRY_COUNTS, counts_of
from choreography.blueprint.schema import BeatSpan, Blueprint, Grid, Segment

SAME_INSTANT_S = 0.001
"""Two times are one where they differ by less: a thirtieth of a frame."""

MIN_SPEED, MAX_SPEED = 0.5, 2.0
"""Clip seconds a song second, over any one beat. Planned segments average 0.84..1.16; single beats stray further."""


def check_rules(blueprint: Blueprint) -> None:
    """Raise `ValueError` where the parts of the blueprint do not fit each other."""
    _check_grid(blueprint.grid, blueprint.song.duration_s)
    _check_sections(blueprint)
    for position, segment in enumerate(blueprint.segments):
        try:
            _check_segment(segment, position, blueprint.grid)
        except ValueError as error:
            raise ValueError(f"Segment {position + 1}: {error}") from error
    _check_contiguous(blueprint.segments)
    _check_entries(blueprint)


def _check_grid(grid: Grid, duration_s: float) -> None:
    if any(later <= earlier for earlier, later in pairwise(grid.beat_times_s)):
        raise ValueError("The beats of the song must rise in time")
    if grid.beat_times_s[-1] > duration_s + SAME_INSTANT_S:
        raise ValueError("The last beat lies after the end of the song")
    if any(later <= earlier for earlier, later in pairwise(grid.count1_beats)):
        raise ValueError("The counts 1 must rise")
    if grid.count1_beats[-1] >= len(grid.beat_times_s):
        raise ValueError("A count 1 lies after the last beat")


def _check_sections(blueprint: Blueprint) -> None:
    for earlier, later in pairwise(blueprint.sections):
        if later.start_s < earlier.end_s - SAME_INSTANT_S:
            raise ValueError("The sections of the song overlap")


def _check_segment(segment: Segment, position: int, grid: Grid) -> None:
    if segment.index != position:
        raise ValueError(f"its index is {segment.index} and must be {position}")
    if segment.source.beats != segment.target.beats:
        raise ValueError("the clip and the song must have the same number of beats")
    if len(segment.warp) != segment.target.beats + 1:
        raise ValueError(f"its warp must have {segment.target.beats + 1} pairs, one a beat and one for the end")
    _check_target(segment.target, segment.warp, grid)
    _check_ends(segment.source, [clip_s for clip_s, _ in segment.warp], "clip")
    _check_speed(segment.warp)


def _check_target(target: BeatSpan, warp: tuple[tuple[float, float], ...], grid: Grid) -> None:
    last = target.first_beat + target.beats
    if last >= len(grid.beat_times_s):
        raise ValueError("it runs past the last beat of the song")
    beats_s = grid.beat_times_s[target.first_beat : last + 1]
    if any(abs(song_s - beat_s) > SAME_INSTANT_S for (_, song_s), beat_s in zip(warp, beats_s, strict=True)):
        raise ValueError("its warp does not lie on the beats of the song")
    _check_ends(target, [song_s for _, song_s in warp], "song")


def _check_ends(span: BeatSpan, warp_s: list[float], of: str) -> None:
    if abs(span.start_s - warp_s[0]) > SAME_INSTANT_S or abs(span.end_s - warp_s[-1]) > SAME_INSTANT_S:
        raise ValueError(f"its start and end in the {of} differ from those of its warp")


def _check_speed(warp: tuple[tuple[float, float], ...]) -> None:
    for (clip_s, song_s), (next_clip_s, next_song_s) in pairwise(warp):
        if next_clip_s <= clip_s or next_song_s <= song_s:
            raise ValueError("its warp must rise in the clip and in the song")
        speed = (next_clip_s - clip_s) / (next_song_s - song_s)
        if not MIN_SPEED <= speed <= MAX_SPEED:
            raise ValueError(f"it plays at {speed:.2f} times its speed; {MIN_SPEED} to {MAX_SPEED} is possible")


def _check_contiguous(segments: tuple[Segment, ...]) -> None:
    for earlier, later in pairwise(segments):
        end = earlier.target.first_beat + earlier.target.beats
        if later.target.first_beat != end:
            what = "a gap" if later.target.first_beat > end else "an overlap"
            raise ValueError(f"There is {what} between segments {earlier.index + 1} and {later.index + 1}")


def _check_entries(blueprint: Blueprint) -> None:
    counts = counts_of(blueprint.grid)
    for segment in blueprint.segments:
        count = counts[segment.target.first_beat]
        if count not in ENTRY_COUNTS:
            raise ValueError(f"Segment {segment.index + 1} starts on count {count} and must start on count 1 or 5")
