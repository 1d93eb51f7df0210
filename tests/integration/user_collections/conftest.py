"""A choreography with a real plan: three moves of 8, 16 and 8 beats on a song of 37 beats."""

import pytest

from choreography.models import ChoreographyTask
from tests.factories import make_finished_task, make_saved
from tests.unit.blueprint.conftest import valid
from user_collections.models import SavedChoreography
from users.models import User


@pytest.fixture
def task(owner: User) -> ChoreographyTask:
    task = make_finished_task(owner)
    assert task.blueprint is not None
    task.blueprint.data = valid()
    task.blueprint.save()
    return task


@pytest.fixture
def saved(owner: User, task: ChoreographyTask) -> SavedChoreography:
    return make_saved(owner, task, notes="shoulders down", tags=["friday"])
