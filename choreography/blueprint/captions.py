"""Captions: the counts at the foot of the picture, lit one by one, and the name of the move at its head."""

from itertools import pairwise

from choreography.blueprint.counts import counts_of, music_end_s
from choreography.blueprint.schema import Blueprint
from choreography.blueprint.vtt import Cue, document, escaped, timestamp

NAME_PLACE = "line:0"
COUNTS_PLACE = "line:-1"


def captions_vtt(blueprint: Blueprint) -> str:
    """Return a WebVTT file: one cue a move with its name, one cue a phrase with its counts.

    The counts of a phrase stand there as a line, `1 2 3 tap 5 6 7 tap`, each with the time it falls on: players that
    know WebVTT's past and future light them one by one, others show the line. Beats ahead of the first move are a
    count-in.
    """
    return document([*_name_cues(blueprint), *_count_cues(blueprint)])


def spoken(count: int) -> str:
    """Return how a dancer says the count: 4 and 8 are the tap."""
    return "tap" if count % 4 == 0 else str(count)


def _name_cues(blueprint: Blueprint) -> list[Cue]:
    end_s = music_end_s(blueprint)
    last = blueprint.segments[-1]
    return [
        Cue(
            start_s=segment.target.start_s,
            end_s=end_s if segment is last else segment.target.end_s,
            text=escaped(segment.name),
            settings=NAME_PLACE,
        )
        for segment in blueprint.segments
    ]


def _count_cues(blueprint: Blueprint) -> list[Cue]:
    counts = counts_of(blueprint.grid)
    end_s = music_end_s(blueprint)
    times_s = [*(beat_s for beat_s in blueprint.grid.beat_times_s if beat_s < end_s), end_s]
    ones = [beat for beat in range(len(times_s) - 1) if counts[beat] == 1]
    phrases = pairwise(sorted({0, *ones, len(times_s) - 1}))
    return [
        Cue(times_s[first], times_s[end], _count_line(counts[first:end], times_s[first:end]), COUNTS_PLACE)
        for first, end in phrases
    ]


def _count_line(counts: list[int], times_s: list[float]) -> str:
    """Return the counts of a phrase; WebVTT wants no time on the first, which is the cue's own start."""
    later = (f"<{timestamp(beat_s)}>{spoken(count)}" for count, beat_s in zip(counts[1:], times_s[1:], strict=True))
    return " ".join([spoken(counts[0]), *later])
