"""What changed between two blueprints of one song."""

from dataclasses import dataclass

from choreography.blueprint.schema import Blueprint, Segment

Place = tuple[int, int]
"""First beat of the song and number of beats."""


@dataclass(frozen=True)
class Swap:
    """Another move on the same beats."""

    before: Segment
    after: Segment


@dataclass(frozen=True)
class BlueprintDiff:
    """The segments of two blueprints, by what became of them; each in the order of the song."""

    kept: tuple[Segment, ...]
    """The same piece of the same clip on the same beats, as the newer blueprint has them."""
    swapped: tuple[Swap, ...]
    removed: tuple[Segment, ...]
    """Beats that the newer blueprint cuts differently or does not reach."""
    added: tuple[Segment, ...]
    grid_changed: bool
    """The counts of the song were corrected: every segment is warped anew."""


def diff_blueprints(before: Blueprint, after: Blueprint) -> BlueprintDiff:
    """Return what became of each segment. Seam and reason are not looked at: they follow from the neighbours."""
    old = {_place(segment): segment for segment in before.segments}
    new = {_place(segment): segment for segment in after.segments}
    shared = [place for place in new if place in old]
    return BlueprintDiff(
        kept=tuple(new[place] for place in shared if same_dance(old[place], new[place])),
        swapped=tuple(Swap(old[place], new[place]) for place in shared if not same_dance(old[place], new[place])),
        removed=tuple(segment for place, segment in old.items() if place not in new),
        added=tuple(segment for place, segment in new.items() if place not in old),
        grid_changed=before.grid != after.grid,
    )


def same_dance(one: Segment, other: Segment) -> bool:
    """Return whether both play the same beats of the same clip on the same beats of the song."""
    return (
        _place(one) == _place(other)
        and (one.move_id, one.clip_sha256) == (other.move_id, other.clip_sha256)
        and one.source.first_beat == other.source.first_beat
    )


def _place(segment: Segment) -> Place:
    return segment.target.first_beat, segment.target.beats
