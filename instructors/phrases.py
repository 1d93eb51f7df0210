"""Phrases of a plan's song: eight counts each, counted from 1 as dancers do."""

from dataclasses import dataclass

from ai_services.vocabulary import COUNTS_PER_PHRASE
from choreography.blueprint.schema import Blueprint, Segment


@dataclass(frozen=True)
class PhraseSpan:
    """A run of phrases: beats of the song's grid, and where they lie in the song."""

    first_beat: int
    end_beat: int
    """The beat after the last."""
    start_s: float
    end_s: float


def phrase_count(blueprint: Blueprint) -> int:
    """Return how many phrases begin in the song."""
    return len(blueprint.grid.count1_beats)


def span_of(blueprint: Blueprint, first: int, last: int) -> PhraseSpan:
    """Return where the phrases `first` to `last` (from 1, both danced) lie; as much of them as the song has."""
    ones, times_s = blueprint.grid.count1_beats, blueprint.grid.beat_times_s
    first, last = min(first, len(ones)), min(last, len(ones))
    start = ones[first - 1]
    end = ones[last] if last < len(ones) else min(ones[-1] + COUNTS_PER_PHRASE, len(times_s) - 1)
    return PhraseSpan(start, end, times_s[start], times_s[end])


def moves_in(blueprint: Blueprint, span: PhraseSpan) -> list[Segment]:
    """Return the moves that are danced, wholly or in part, in a run of phrases."""
    return [
        segment
        for segment in blueprint.segments
        if segment.target.first_beat < span.end_beat
        and segment.target.first_beat + segment.target.beats > span.first_beat
    ]
