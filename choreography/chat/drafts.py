"""A plan in the making: what tools give one another by name within one turn. Nothing of it is stored until the end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from choreography.blueprint.diff import diff_blueprints
from choreography.blueprint.schema import Blueprint, Segment
from choreography.blueprint.wishes import DanceWish
from choreography.models import Blueprint as StoredBlueprint
from choreography.models import Song

DIFF_ROWS = 60


@dataclass(frozen=True)
class Draft:
    """A plan that is not stored yet."""

    id: str
    song: Song
    blueprint: Blueprint = field(repr=False)
    wish: DanceWish
    scores: Sequence[Mapping[str, float]] = field(repr=False)
    base: StoredBlueprint | None = None
    """The version that it changes; None: a new dance."""
    before: Blueprint | None = field(default=None, repr=False)
    """The plan of that version."""
    locked: tuple[int, ...] = ()
    owner_id: UUID | None = None
    """Whose moves may be danced beside everybody's."""
    stored: StoredBlueprint | None = None
    """A version that is there already and is to be danced again."""

    @property
    def choreography_id(self) -> UUID | None:
        """Return the choreography that gets a new version."""
        return self.base.choreography_id if self.base else None

    def rows(self) -> list[dict[str, Any]]:
        """Return what it changes of the version, a row a place of the song."""
        return diff_rows(self.before, self.blueprint) if self.before else []


def diff_rows(before: Blueprint, after: Blueprint) -> list[dict[str, Any]]:
    """Return what changed: `{"time_s", "first_beat", "counts", "before", "after"}`, names or None, in song order."""
    diff = diff_blueprints(before, after)
    rows = [_row(swap.after, swap.before.name, swap.after.name) for swap in diff.swapped]
    rows += [_row(segment, segment.name, None) for segment in diff.removed]
    rows += [_row(segment, None, segment.name) for segment in diff.added]
    return sorted(rows, key=lambda row: (row["first_beat"], row["before"] is None))[:DIFF_ROWS]


def _row(segment: Segment, before: str | None, after: str | None) -> dict[str, Any]:
    target = segment.target
    return {
        "time_s": round(target.start_s, 2),
        "first_beat": target.first_beat,
        "counts": target.beats,
        "before": before,
        "after": after,
    }
