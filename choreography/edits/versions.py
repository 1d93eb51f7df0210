"""The versions of a choreography's plan: each is a row of its own, one of them is danced."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from choreography.blueprint.loading import dump_blueprint
from choreography.blueprint.schema import Blueprint
from choreography.blueprint.wishes import DanceWish
from choreography.models import Blueprint as StoredBlueprint
from choreography.models import Choreography, Song


def start_choreography(
    *, owner_id: UUID | None, song: Song, plan: Blueprint, wish: DanceWish, scores: Sequence[Mapping[str, float]]
) -> StoredBlueprint:
    """Make a choreography with its first version; return the version."""
    with transaction.atomic():
        choreography = Choreography.objects.create(owner_id=owner_id, song=song)
        return add_version(choreography, plan=plan, wish=wish, scores=scores, change={})


def add_version(
    choreography: Choreography,
    *,
    plan: Blueprint,
    wish: DanceWish,
    scores: Sequence[Mapping[str, float]],
    change: Mapping[str, Any],
    locked: Sequence[int] = (),
) -> StoredBlueprint:
    """Make the next version, which is danced from now on. The caller holds the choreography's row locked."""
    newest = choreography.versions.aggregate(newest=Max("number"))["newest"] or 0
    version = StoredBlueprint.objects.create(
        owner_id=choreography.owner_id,
        song_id=choreography.song_id,
        choreography=choreography,
        number=newest + 1,
        parent_id=choreography.current_id,
        data=dump_blueprint(plan),
        wish=wish.as_json(),
        scores=[dict(points) for points in scores],
        change=dict(change),
        locked=sorted(locked),
    )
    choreography.current = version
    choreography.save(update_fields=("current", "updated_at"))
    return version
