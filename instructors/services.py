"""Writes that a user asks for. Each is one transaction."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from choreography.blueprint.loading import load_blueprint
from choreography.limits import take_turns
from choreography.models import Choreography
from common.errors import ConflictError, InputError, NotAllowedError, NotFoundError
from common.links import expiry, hash_of, new_token
from instructors import selectors
from instructors.models import (
    LONGEST_DAY_MIN,
    MAX_ASSIGNMENTS,
    MAX_ITEMS,
    MAX_PLANS,
    TITLE_LENGTH,
    ClassPlan,
    ItemKind,
    PlanAssignment,
    PlanItem,
    StudentPractice,
)
from instructors.phrases import phrase_count
from user_collections.models import SavedChoreography
from user_collections.selectors import choreography_of
from users.models import AccountRole, User

TEACHERS = (AccountRole.INSTRUCTOR, AccountRole.STAFF)
COPIED = ("objective", "level", "minutes", "warm_up", "cool_down", "notes")


class NotAnInstructorError(NotAllowedError):
    """Class plans are made by instructors: ask the people who run this site to make you one."""

    code = "not_an_instructor"

    def __init__(self) -> None:
        super().__init__(self.__doc__ or "")


class LimitReachedError(ConflictError):
    """There are as many as there may be."""

    code = "limit_reached"


class InvalidItemError(InputError):
    """This part of a class does not add up."""

    code = "invalid_item"


class OrderStaleError(ConflictError):
    """The parts of this class have changed meanwhile: look at them again, then put them in order."""

    code = "order_stale"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


def create(*, user: User, **told: Any) -> ClassPlan:
    """Make a plan. Raises NotAnInstructorError, LimitReachedError."""
    with transaction.atomic():
        _check_room(user)
        plan = ClassPlan.objects.create(owner=user, **told)
    return selectors.plan_of(user, plan.id)


def change(*, user: User, plan_id: UUID, told: Mapping[str, Any]) -> ClassPlan:
    """Change what a plan says. Raises NotFoundError."""
    with transaction.atomic():
        plan = _locked(user, plan_id)
        for name, value in told.items():
            setattr(plan, name, value)
        plan.save(update_fields=(*told, "updated_at"))
    return selectors.plan_of(user, plan_id)


def remove(*, user: User, plan_id: UUID) -> None:
    """Remove a plan with its links and what students told; choreographies stay. Raises NotFoundError."""
    ClassPlan.objects.filter(id=selectors.plan_of(user, plan_id).id).delete()


def duplicate(*, user: User, plan_id: UUID) -> ClassPlan:
    """Make a plan of the same content, without date and links.

    Raises NotFoundError, NotAnInstructorError, LimitReachedError.
    """
    with transaction.atomic():
        source = selectors.plan_of(user, plan_id)
        _check_room(user)
        title = f"{source.title[: TITLE_LENGTH - 4]} (2)"
        copy = ClassPlan.objects.create(owner=user, title=title, **{name: getattr(source, name) for name in COPIED})
        items = list(source.items.all())
        for item in items:
            item.pk, item.plan, item._state.adding = PlanItem._meta.pk.get_default(), copy, True
        PlanItem.objects.bulk_create(items)
    return selectors.plan_of(user, copy.id)


def add_item(
    *, user: User, plan_id: UUID, kind: ItemKind, choreography_id: UUID | None = None, **told: Any
) -> PlanItem:
    """Add a part at the end. Raises NotFoundError, InvalidItemError, LimitReachedError."""
    with transaction.atomic():
        plan = _locked(user, plan_id)
        position = plan.items.count()
        if position >= MAX_ITEMS:
            raise LimitReachedError(f"A class has at most {MAX_ITEMS} parts.")
        item = PlanItem(plan=plan, position=position, kind=kind, **told)
        if choreography_id is not None:
            item.choreography = choreography_of(user, choreography_id)
            item.title = item.title or _title_of(user, item.choreography)
        _check_item(item)
        item.save()
        _touch(plan)
    return selectors.item_of(user, plan_id, item.id)


def change_item(*, user: User, plan_id: UUID, item_id: UUID, told: Mapping[str, Any]) -> PlanItem:
    """Change title, phrases, minutes or notes of a part. Raises NotFoundError, InvalidItemError."""
    with transaction.atomic():
        plan = _locked(user, plan_id)
        item = selectors.item_of(user, plan_id, item_id)
        for name, value in told.items():
            setattr(item, name, value)
        if {"first_phrase", "last_phrase"} & set(told):  # a title alone is right for any part
            _check_item(item)
        item.save(update_fields=tuple(told) or None)
        _touch(plan)
    return selectors.item_of(user, plan_id, item_id)


def remove_item(*, user: User, plan_id: UUID, item_id: UUID) -> None:
    """Remove a part; those behind it move up. Raises NotFoundError."""
    with transaction.atomic():
        plan = _locked(user, plan_id)
        item = selectors.item_of(user, plan_id, item_id)
        item.delete()
        plan.items.filter(position__gt=item.position).update(position=F("position") - 1)
        _touch(plan)


def reorder(*, user: User, plan_id: UUID, item_ids: Sequence[UUID]) -> ClassPlan:
    """Put all parts of a class in a new order at once. Raises NotFoundError, OrderStaleError."""
    with transaction.atomic():
        plan = _locked(user, plan_id)
        items = {item.id: item for item in plan.items.all()}
        if len(item_ids) != len(items) or set(item_ids) != set(items):
            raise OrderStaleError
        for position, item_id in enumerate(item_ids):
            items[item_id].position = position
        PlanItem.objects.bulk_update(items.values(), ("position",))
        _touch(plan)
    return selectors.plan_of(user, plan_id)


def assign(*, user: User, plan_id: UUID, label: str, days: int) -> tuple[PlanAssignment, str]:
    """Make a link for students; return it and its token, which is kept nowhere.

    Raises NotFoundError, NotAnInstructorError, LimitReachedError.
    """
    with transaction.atomic():
        plan = _locked(user, plan_id)
        _check_role(user)
        if plan.assignments.filter(expires_at__gt=timezone.now()).count() >= MAX_ASSIGNMENTS:
            raise LimitReachedError(f"There are {MAX_ASSIGNMENTS} open links to this class already: close one first.")
        token = new_token()
        link = PlanAssignment.objects.create(
            plan=plan, label=label, token_sha256=hash_of(token), expires_at=expiry(days)
        )
    return selectors.assignment_of(user, plan_id, link.id), token


def close(*, user: User, plan_id: UUID, assignment_id: UUID) -> None:
    """Close a link at once; what students told stays. Raises NotFoundError."""
    link = selectors.assignment_of(user, plan_id, assignment_id)
    PlanAssignment.objects.filter(id=link.id, expires_at__gt=timezone.now()).update(expires_at=timezone.now())


def tell_practice(*, student: User, token: str, minutes: int) -> StudentPractice:
    """Add minutes to what a student tells of today. Raises NotFoundError."""
    with transaction.atomic():
        link = selectors.opened_by(token)
        take_turns(student)
        today: date = timezone.now().date()
        told, is_new = StudentPractice.objects.get_or_create(
            assignment=link, student=student, practised_on=today, defaults={"minutes": minutes}
        )
        if not is_new:
            told.minutes = min(told.minutes + minutes, LONGEST_DAY_MIN)
            told.save(update_fields=("minutes",))
        return told


def take_practice_back(*, student: User, token: str) -> None:
    """Forget all that a student told under a link. Raises NotFoundError."""
    selectors.practice_of(student, token).delete()


def _check_role(user: User) -> None:
    if user.role not in TEACHERS and not user.is_staff:
        raise NotAnInstructorError


def _check_room(user: User) -> None:
    _check_role(user)
    take_turns(user)
    if ClassPlan.objects.filter(owner=user).count() >= MAX_PLANS:
        raise LimitReachedError(f"You have {MAX_PLANS} class plans, which is the most there can be: remove some first.")


def _locked(user: User, plan_id: UUID) -> ClassPlan:
    """Return a plan that nobody else changes or removes until the transaction ends. Raises NotFoundError."""
    plan = ClassPlan.objects.select_for_update(no_key=True).filter(owner=user, id=plan_id).first()
    if plan is None:
        raise NotFoundError(selectors.NO_PLAN)
    return plan


def _touch(plan: ClassPlan) -> None:
    plan.save(update_fields=("updated_at",))


def _title_of(user: User, choreography: Choreography) -> str:
    saved = SavedChoreography.objects.filter(owner=user, choreography=choreography).first()
    return saved.title if saved is not None else choreography.song.title[:TITLE_LENGTH]


def _check_item(item: PlanItem) -> None:
    """Hold a part against its kind, and its phrases against the plan that is danced now."""
    if item.kind == ItemKind.ACTIVITY:
        if not item.title or item.choreography is not None:
            raise InvalidItemError("An activity has a title and no choreography.")
    elif item.choreography is None:
        raise InvalidItemError("Say which choreography this part is about.")
    if item.kind != ItemKind.PHRASES:
        if item.first_phrase is not None or item.last_phrase is not None:
            raise InvalidItemError("Only parts of the kind “phrases” have phrases.")
        return
    if item.first_phrase is None or item.last_phrase is None or not 1 <= item.first_phrase <= item.last_phrase:
        raise InvalidItemError("Say the first and the last phrase, counted from 1.")
    version = item.choreography.current if item.choreography is not None else None
    phrases = phrase_count(load_blueprint(version.data)) if version is not None else 0
    if item.last_phrase > phrases:
        raise InvalidItemError(f"The song has {phrases} phrases: phrase {item.last_phrase} is beyond.")
