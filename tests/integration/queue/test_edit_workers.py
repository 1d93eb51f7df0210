"""Real workers that are killed at an edit or at a further file: one version, one file, nothing else (P1, P18)."""

import signal

import pytest

from choreography.edits.edit import edit_from_json
from choreography.edits.services import change_plan
from choreography.maintenance.sweeping import sweep
from choreography.models import Choreography, Rendition, TaskStatus
from choreography.renditions.kinds import wanted_from_json
from choreography.renditions.services import request_rendition
from tests.factories import make_user
from tests.integration.queue.house import House, assert_whole, finished, status_of, sweep_until, wait_until

pytestmark = [
    pytest.mark.chaos,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("on_the_house"),
]


def test_a_worker_killed_at_an_edit_or_at_a_further_file_leaves_one_of_each(house: House) -> None:
    owner = make_user("owner")
    task = house.new_task()
    type(task).objects.filter(id=task.id).update(owner=owner)
    with house.worker("planning,assembly"):
        wait_until(lambda: finished(task))
    dance = Choreography.objects.get(id=task.choreography_id)

    told = {"kind": "replan", "blueprint_id": str(dance.current_id), "seed": 5}
    edited = change_plan(user=owner, choreography_id=dance.id, edit=edit_from_json(told))
    with house.worker("planning", fault="sequencing:kill") as worker:
        assert worker.wait(90) == -signal.SIGKILL
    assert dance.versions.count() == 1
    sweep_until(edited, attempt=2)
    with house.worker("planning,assembly"):
        wait_until(lambda: finished(edited))
    assert_whole(house, edited)
    assert list(dance.versions.values_list("number", flat=True)) == [1, 2]

    share = request_rendition(user=owner, task_id=edited.id, wanted=wanted_from_json({"kind": "share"}))
    with house.worker("assembly", fault="publishing_rendition:kill") as worker:
        assert worker.wait(90) == -signal.SIGKILL
    wait_until(lambda: sweep() or attempt_of(share) >= 2)
    with house.worker("assembly"):
        wait_until(lambda: Rendition.objects.get(id=share.id).status == TaskStatus.COMPLETED)
    further = {name.rpartition("/")[2] for name in house.files_of(edited) if "share" in name}
    assert further == {Rendition.objects.get(id=share.id).output_key.rpartition("/")[2]}
    assert status_of(edited) == TaskStatus.COMPLETED


def attempt_of(rendition: Rendition) -> int:
    return Rendition.objects.get(id=rendition.id).attempt
