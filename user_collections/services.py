"""Writes that a user asks for. Each is one transaction."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from choreography.blueprint.loading import load_blueprint
from choreography.limits import take_turns
from choreography.models import Choreography
from common.errors import ConflictError, InputError, NotFoundError
from common.links import expiry, hash_of, new_token
from user_collections import selectors
from user_collections.models import (
    MAX_LOOPS,
    MAX_SHARES,
    MAX_TAGS,
    MAX_TAGS_EACH,
    SavedChoreography,
    SavedLoop,
    ShareLink,
)
from user_collections.saving import keep
from users.models import User


class TooManyTagsError(InputError):
    """There are more tags than a collection keeps."""

    code = "too_many_tags"


class LoopOutsideError(InputError):
    """The loop is not within the choreography."""

    code = "loop_outside"


class LimitReachedError(ConflictError):
    """There are as many as there may be."""

    code = "limit_reached"


def save(*, user: User, choreography_id: UUID, **words: Any) -> tuple[SavedChoreography, bool]:
    """Put a choreography into the collection with title, notes, tags; return the entry and whether it is new.

    One that is there already stays as it is. Raises NotFoundError, CollectionFullError, TooManyTagsError.
    """
    choreography = selectors.choreography_of(user, choreography_id)
    with transaction.atomic():
        entry, is_new = keep(owner=user, choreography=choreography, title=words.pop("title", ""))
        if is_new:
            _write(user, entry, words)
    return selectors.entry_of(user, entry.id), is_new


def change(*, user: User, saved_id: UUID, **words: Any) -> SavedChoreography:
    """Change title, notes, tags or favourite. Raises NotFoundError, TooManyTagsError."""
    with transaction.atomic():
        if "tags" in words:
            take_turns(user)  # so that all tags together are never too many
        _write(user, _locked(user, saved_id), words)
    return selectors.entry_of(user, saved_id)


def remove(*, user: User, saved_ids: Collection[UUID]) -> int:
    """Remove entries with their choreographies, videos and links; return how many. Others' ids are passed over.

    A job at work on one of them finds its task gone and leaves nothing.
    """
    with transaction.atomic():
        take_turns(user)  # before any other row, as jobs do: so nobody waits for who waits for them
        entries = SavedChoreography.objects.select_for_update().filter(owner=user, id__in=saved_ids)
        choreographies = [entry.choreography_id for entry in entries]
        Choreography.objects.filter(owner=user, id__in=choreographies).delete()  # files follow their rows
    return len(choreographies)


def tag(*, user: User, saved_ids: Collection[UUID], add: Sequence[str], remove: Sequence[str]) -> int:
    """Add tags to entries and take others away, all or none; return how many entries. Others' ids are passed over.

    Raises TooManyTagsError.
    """
    with transaction.atomic():
        take_turns(user)
        entries = list(SavedChoreography.objects.select_for_update().filter(owner=user, id__in=saved_ids))
        for entry in entries:
            kept = [name for name in entry.tags if name not in remove]
            entry.tags = [*kept, *(name for name in add if name not in kept)]
            if len(entry.tags) > MAX_TAGS_EACH:
                raise TooManyTagsError(f"“{entry.title}” would have more than {MAX_TAGS_EACH} tags.")
            entry.updated_at = timezone.now()
        SavedChoreography.objects.bulk_update(entries, ("tags", "updated_at"))
        _check_tags(user)
    return len(entries)


def practise(*, user: User, saved_id: UUID, practised_s: float, stopped_at_s: float | None) -> SavedChoreography:
    """Add practice to an entry and keep where it stopped. Raises NotFoundError."""
    fields: dict[str, Any] = {"stopped_at_s": stopped_at_s}
    if practised_s > 0:
        fields |= {"practised_s": F("practised_s") + practised_s, "last_practised_at": timezone.now()}
    SavedChoreography.objects.filter(owner=user, id=saved_id).update(**fields)
    return selectors.entry_of(user, saved_id)


def add_loop(*, user: User, saved_id: UUID, **told: Any) -> SavedLoop:
    """Keep a stretch of a choreography. Raises NotFoundError, LoopOutsideError, LimitReachedError."""
    with transaction.atomic():
        saved = _locked(user, saved_id)
        if saved.loops.count() >= MAX_LOOPS:
            raise LimitReachedError(f"There are {MAX_LOOPS} loops here, which is the most there can be.")
        loop = SavedLoop(saved=saved, **told)
        _check_loop(loop)
        loop.save()
        return loop


def change_loop(*, user: User, saved_id: UUID, loop_id: UUID, told: Mapping[str, Any]) -> SavedLoop:
    """Change a kept stretch. Raises NotFoundError, LoopOutsideError."""
    with transaction.atomic():
        _locked(user, saved_id)
        loop = selectors.loop_of(user, saved_id, loop_id)
        for name, value in told.items():
            setattr(loop, name, value)
        _check_loop(loop)
        loop.save()
        return loop


def remove_loop(*, user: User, saved_id: UUID, loop_id: UUID) -> None:
    """Forget a kept stretch. Raises NotFoundError."""
    selectors.loop_of(user, saved_id, loop_id).delete()


def share(*, user: User, saved_id: UUID, days: int) -> tuple[ShareLink, str]:
    """Make a link; return it and its token, which is kept nowhere. Raises NotFoundError, LimitReachedError."""
    with transaction.atomic():
        saved = _locked(user, saved_id)
        saved.shares.filter(expires_at__lte=timezone.now()).delete()
        if saved.shares.count() >= MAX_SHARES:
            raise LimitReachedError(f"There are {MAX_SHARES} links to this already: revoke one first.")
        token = new_token()
        return ShareLink.objects.create(saved=saved, token_sha256=hash_of(token), expires_at=expiry(days)), token


def revoke(*, user: User, saved_id: UUID, share_id: UUID) -> None:
    """Close a link at once; nothing happens to one that is closed. Raises NotFoundError for an unknown entry."""
    selectors.entry_of(user, saved_id).shares.filter(id=share_id).delete()


def _locked(user: User, saved_id: UUID) -> SavedChoreography:
    """Return an entry that nobody else changes or removes until the transaction ends. Raises NotFoundError."""
    entry = SavedChoreography.objects.select_for_update(no_key=True).filter(owner=user, id=saved_id).first()
    if entry is None:
        raise NotFoundError(selectors.NO_ENTRY)
    return entry


def _write(user: User, entry: SavedChoreography, words: Mapping[str, Any]) -> None:
    for name, value in words.items():
        setattr(entry, name, value)
    entry.save(update_fields=(*words, "updated_at"))
    if "tags" in words:
        _check_tags(user)


def _check_tags(user: User) -> None:
    if len(selectors.tags_of(user)) > MAX_TAGS:
        raise TooManyTagsError(f"A collection has at most {MAX_TAGS} different tags.")


def _check_loop(loop: SavedLoop) -> None:
    """Hold a loop against the grid of the plan that is danced now."""
    if loop.end_beat <= loop.start_beat:
        raise LoopOutsideError("A loop ends after it starts.")
    version = loop.saved.choreography.current
    beats = len(load_blueprint(version.data).grid.beat_times_s) if version is not None else 0
    if loop.end_beat >= beats:
        raise LoopOutsideError(f"The song has the beats 0 to {max(beats - 1, 0)}: the loop goes beyond.")
