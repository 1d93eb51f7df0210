"""What we keep of an instructor and of a student, for the export of their account (`users.exporting`)."""

from collections.abc import Iterator
from typing import Any

from instructors.models import ClassPlan, StudentPractice
from users.models import User

PLAN = ("id", "title", "objective", "level", "minutes", "date", "warm_up", "cool_down", "notes", "created_at")
ITEM = ("kind", "title", "choreography_id", "first_phrase", "last_phrase", "minutes", "notes")


def class_plans(user: User) -> Iterator[dict[str, Any]]:
    """Give a user's plans with their parts and links; what students told is the students'."""
    plans = ClassPlan.objects.filter(owner=user).prefetch_related("items", "assignments")
    for plan in plans.iterator(chunk_size=100):
        yield {name: getattr(plan, name) for name in PLAN} | {
            "items": [{name: getattr(item, name) for name in ITEM} for item in plan.items.all()],
            "links": [
                {"label": link.label, "created_at": link.created_at, "expires_at": link.expires_at}
                for link in plan.assignments.all()
            ],
        }


def class_practice(user: User) -> Iterator[dict[str, Any]]:
    """Give what a user told their instructors."""
    for told in StudentPractice.objects.filter(student=user).select_related("assignment__plan").iterator():
        yield {"class": told.assignment.plan.title, "practised_on": told.practised_on, "minutes": told.minutes}
