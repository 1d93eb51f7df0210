"""Staff find their way through collections and class plans."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import PASSWORD, make_link, make_plan, make_saved
from users.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(owner: User) -> Client:
    User.objects.create_superuser("desk@example.com", PASSWORD)
    saved, plan = make_saved(owner), make_plan(owner, "Shines")
    make_link(saved.shares)
    link, _ = make_link(plan.assignments)
    link.practice.create(student=owner, practised_on="2026-11-20", minutes=10)
    client = Client()
    client.force_login(User.objects.get(email="desk@example.com"), "django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.parametrize(
    "model",
    [
        "user_collections_savedchoreography",
        "user_collections_sharelink",
        "instructors_classplan",
        "instructors_planassignment",
        "instructors_studentpractice",
    ],
)
def test_staff_lists_searches_and_opens(desk: Client, model: str) -> None:
    listed = desk.get(reverse(f"admin:{model}_changelist"), {"q": "owner"})

    assert listed.status_code == 200
    row = listed.context["cl"].queryset.get()
    assert desk.get(reverse(f"admin:{model}_change", args=[row.pk])).status_code == 200


@pytest.mark.parametrize("model", ["user_collections_sharelink", "instructors_planassignment"])
def test_links_are_not_made_at_the_desk(desk: Client, model: str) -> None:
    assert desk.get(reverse(f"admin:{model}_add")).status_code == 403
