"""Parts of a dance as dancers name them: which moves of a plan they are."""

from collections.abc import Callable

from ai_services.vocabulary import SectionLabel
from choreography.blueprint.schema import Blueprint, Segment

QUARTER, THIRD, HALF = 1 / 4, 1 / 3, 1 / 2
FEWEST_AT_AN_END = 2
LABELS = {
    "chorus": (SectionLabel.CHORUS,),
    "verse": (SectionLabel.VERSE,),
    "mambo": (SectionLabel.MAMBO,),
}


def segments_in(plan: Blueprint, region: str) -> list[int]:
    """Return the indices of the moves in a part: whole, ending, beginning, a half, middle, chorus, verse or mambo.

    Empty where the song has no such section.
    """
    segments = plan.segments
    if region in LABELS:
        spans = [section for section in plan.sections if section.label in LABELS[region]]
        return [
            segment.index
            for segment in segments
            if any(span.start_s <= segment.target.start_s < span.end_s for span in spans)
        ]
    start, end = segments[0].target.start_s, segments[-1].target.end_s

    def share(segment: Segment) -> float:
        return ((segment.target.start_s + segment.target.end_s) / 2 - start) / (end - start)

    inside: dict[str, Callable[[float], bool]] = {
        "ending": lambda at: at >= 1 - QUARTER,
        "beginning": lambda at: at < QUARTER,
        "first_half": lambda at: at < HALF,
        "second_half": lambda at: at >= HALF,
        "middle": lambda at: THIRD <= at < 1 - THIRD,
        "whole": lambda _: True,
    }
    found = [segment.index for segment in segments if inside[region](share(segment))]
    if region == "ending" and len(found) < FEWEST_AT_AN_END:
        return list(range(max(0, len(segments) - FEWEST_AT_AN_END), len(segments)))
    if region == "beginning" and len(found) < FEWEST_AT_AN_END:
        return list(range(min(FEWEST_AT_AN_END, len(segments))))
    return found
