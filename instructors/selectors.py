"""Reads. What belongs to somebody else reads as if it did not exist."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from common.errors import NotFoundError
from common.links import hash_of
from instructors.models import ClassPlan, ItemKind, PlanAssignment, PlanItem, StudentPractice
from user_collections.selectors import finished_tasks
from users.models import User

NO_PLAN, NO_ITEM = "There is no such class plan.", "There is no such part of this class."
CLOSED = "This link opens nothing: it is wrong, or no longer open."
LARGE_COLUMNS = (
    "choreography__song__analysis",
    "choreography__song__corrections",
    "choreography__song__waveform",
)


@dataclass(frozen=True)
class TeachingStatistics:
    """What an instructor plans, and what came of it."""

    plans: int
    minutes: int
    upcoming: int
    """Plans of today and later."""
    choreographies: int
    """Different ones in all plans."""
    levels: dict[str, int]
    open_links: int
    students: int
    """Those who told that they practised."""
    practised_minutes: int


def plans_of(user: User, search: str = "") -> QuerySet[ClassPlan]:
    """Return a user's plans, the one changed last first; `search` looks in title and objective."""
    plans = ClassPlan.objects.filter(owner=user)
    for word in search.split():
        plans = plans.filter(Q(title__icontains=word) | Q(objective__icontains=word))
    items = PlanItem.objects.filter(plan=OuterRef("id")).order_by().values("plan")
    links = PlanAssignment.objects.filter(plan=OuterRef("id"), expires_at__gt=timezone.now()).order_by().values("plan")
    return plans.annotate(
        item_count=Coalesce(Subquery(items.annotate(n=Count("id")).values("n")), 0),
        item_minutes=Coalesce(Subquery(items.annotate(n=Sum("minutes")).values("n")), 0),
        open_links=Coalesce(Subquery(links.annotate(n=Count("id")).values("n")), 0),
    )


def plan_of(user: User, plan_id: UUID) -> ClassPlan:
    """Return one of a user's plans. Raises NotFoundError."""
    plan = plans_of(user).filter(id=plan_id).first()
    if plan is None:
        raise NotFoundError(NO_PLAN)
    return plan


def items_of(plan: ClassPlan) -> QuerySet[PlanItem]:
    """Return a plan's items in order, with their songs; `choreography.finished` holds the newest video's task."""
    newest = Prefetch("choreography__tasks", finished_tasks()[:1], to_attr="finished")
    items = plan.items.select_related("choreography__song", "choreography__current").defer(*LARGE_COLUMNS)
    return items.prefetch_related(newest)


def item_of(user: User, plan_id: UUID, item_id: UUID) -> PlanItem:
    """Return an item of one of a user's plans. Raises NotFoundError."""
    item = items_of(plan_of(user, plan_id)).filter(id=item_id).first()
    if item is None:
        raise NotFoundError(NO_ITEM)
    return item


def assignments_of(plan: ClassPlan) -> QuerySet[PlanAssignment]:
    """Return a plan's links, newest first, with what came of them."""
    return plan.assignments.annotate(students=Count("practice__student", distinct=True))


def assignment_of(user: User, plan_id: UUID, assignment_id: UUID) -> PlanAssignment:
    """Return a link of one of a user's plans. Raises NotFoundError."""
    assignment = assignments_of(plan_of(user, plan_id)).filter(id=assignment_id).first()
    if assignment is None:
        raise NotFoundError("There is no such link.")
    return assignment


def opened_by(token: str) -> PlanAssignment:
    """Return the link of a token, with its plan.

    Raises NotFoundError, the same for a token that is wrong, expired or revoked.
    """
    links = PlanAssignment.objects.filter(token_sha256=hash_of(token), expires_at__gt=timezone.now())
    link = links.select_related("plan").first()
    if link is None:
        raise NotFoundError(CLOSED)
    return link


def dance_of(link: PlanAssignment, item_id: UUID) -> PlanItem:
    """Return the part of an assigned plan whose choreography is to be watched. Raises NotFoundError."""
    items = link.plan.items.exclude(kind=ItemKind.ACTIVITY).select_related("choreography")
    item = items.filter(id=item_id, choreography__isnull=False).first()
    if item is None:
        raise NotFoundError(NO_ITEM)
    return item


def practice_of(student: User, token: str) -> QuerySet[StudentPractice]:
    """Return what a student told under a link. Raises NotFoundError."""
    return StudentPractice.objects.filter(assignment=opened_by(token), student=student)


def practice_for(user: User, plan_id: UUID) -> QuerySet[StudentPractice]:
    """Return who practised one of a user's plans, newest first: only what students told. Raises NotFoundError."""
    told = StudentPractice.objects.filter(assignment__plan=plan_of(user, plan_id))
    return told.select_related("student", "assignment")


def statistics_of(user: User) -> TeachingStatistics:
    """Return what an instructor plans, and what came of it."""
    plans = ClassPlan.objects.filter(owner=user)
    told = StudentPractice.objects.filter(assignment__plan__owner=user)
    levels = plans.order_by().values("level").annotate(plans=Count("id")).values_list("level", "plans")
    return TeachingStatistics(
        plans=plans.count(),
        minutes=plans.aggregate(total=Coalesce(Sum("minutes"), 0))["total"],
        upcoming=plans.filter(date__gte=timezone.now().date()).count(),
        choreographies=PlanItem.objects.filter(plan__owner=user, choreography__isnull=False)
        .values("choreography")
        .distinct()
        .count(),
        levels=dict(levels),
        open_links=PlanAssignment.objects.filter(plan__owner=user, expires_at__gt=timezone.now()).count(),
        students=told.order_by().values("student").distinct().count(),
        practised_minutes=told.aggregate(total=Coalesce(Sum("minutes"), 0))["total"],
    )
