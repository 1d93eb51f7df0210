"""A choreography of the owner's, planned from a made library; edits run as their jobs do."""

from collections.abc import Callable

import pytest

from choreography.edits.edit import edit_from_json
from choreography.edits.services import change_plan
from choreography.generation.editing import edit_task
from choreography.jobs.running import run_claimed
from choreography.models import Blueprint, Choreography, ChoreographyTask, TaskPhase
from tests.made_dances import store_dance, store_library
from users.models import User

Change = Callable[..., Blueprint]


@pytest.fixture
def dance(owner: User) -> Choreography:
    store_library()
    return store_dance(owner)


@pytest.fixture
def change(dance: Choreography, owner: User) -> Change:
    """Return a function that edits the current plan, as a request and its job do, and returns the new version."""

    def make(kind: str, **parameters: object) -> Blueprint:
        ask(dance, owner, kind, **parameters)
        return current(dance)

    return make


def ask(dance: Choreography, owner: User, kind: str, **parameters: object) -> ChoreographyTask:
    """Ask for an edit of the current plan and run its job where it has one; return its task."""
    seen = {"blueprint_id": str(current(dance).id)}
    edit = edit_from_json({"kind": kind, **seen, **parameters})
    task = change_plan(user=owner, choreography_id=dance.id, edit=edit)
    if task.phase == TaskPhase.PLANNING:
        run_claimed(task.id, TaskPhase.PLANNING, edit_task)
    task.refresh_from_db()
    return task


def current(dance: Choreography) -> Blueprint:
    """Return the version that is danced now."""
    dance.refresh_from_db()
    assert dance.current is not None
    return dance.current
