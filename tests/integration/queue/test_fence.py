import uuid
from collections.abc import Callable
from typing import Any

import pytest

from choreography.models import Blueprint, ChoreographyTask, TaskPhase, TaskStage, TaskStatus
from choreography.queue import fence
from choreography.queue.deferring import defer_assembly
from choreography.queue.fence import Claim, SupersededError, claim
from choreography.services import cancel_task
from tests.factories import make_task
from tests.integration.queue.conftest import jobs_of
from users.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def task(owner: User) -> ChoreographyTask:
    return make_task(owner)


def take(task: ChoreographyTask, phase: TaskPhase = TaskPhase.PLANNING) -> Claim:
    held = claim(task.id, phase)
    assert held is not None
    return held


def plan_for(task: ChoreographyTask) -> Blueprint:
    return Blueprint.objects.create(owner=task.owner, song=task.song, data={})


def test_a_claim_raises_the_attempt(task: ChoreographyTask) -> None:
    first, second = take(task), take(task)

    task.refresh_from_db()
    assert (first.attempt, second.attempt) == (1, 2)
    assert (task.attempt, task.status) == (2, TaskStatus.PROCESSING)
    assert task.started_at is not None


@pytest.mark.parametrize("status", ChoreographyTask.FINISHED)
def test_a_finished_task_is_not_claimed(task: ChoreographyTask, status: TaskStatus) -> None:
    ChoreographyTask.objects.update(status=status)

    assert claim(task.id, TaskPhase.PLANNING) is None


def test_a_job_of_another_phase_and_of_no_task_has_nothing_to_do(task: ChoreographyTask) -> None:
    assert claim(task.id, TaskPhase.ASSEMBLY) is None
    assert claim(uuid.uuid4(), TaskPhase.PLANNING) is None


WRITES: dict[str, Callable[[Claim, Blueprint], None]] = {
    "report": lambda held, _: held.report(TaskStage.ANALYSING, 30, "Listening"),
    "hand over": lambda held, plan: held.hand_over(plan, defer_assembly),
    "complete": lambda held, _: held.complete(output_prefix="choreographies/x/1", duration_s=60.0),
    "fail": lambda held, _: held.fail("internal_error", "Something went wrong."),
}


@pytest.mark.parametrize("write", WRITES)
@pytest.mark.parametrize("reason", ["newer attempt", "cancelled", "failed", "deleted"])
def test_a_job_that_lost_its_claim_changes_nothing(task: ChoreographyTask, write: str, reason: str) -> None:
    plan = plan_for(task)
    held = take(task)
    if reason == "newer attempt":
        take(task)
    elif reason == "cancelled":
        cancel_task(user=task.owner, task_id=task.id)
    elif reason == "failed":
        ChoreographyTask.objects.update(status=TaskStatus.FAILED)
    else:
        task.delete()
    before = list(ChoreographyTask.objects.values())

    with pytest.raises(SupersededError):
        WRITES[write](held, plan)

    assert list(ChoreographyTask.objects.values()) == before
    assert ("assembly", "todo") not in jobs_of(task)
    assert held.cancelled()


def test_work_that_asks_all_the_time_whether_to_stop_asks_the_database_seldom(
    task: ChoreographyTask, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    held = take(task)

    with django_assert_max_num_queries(1):
        assert not any(held.cancelled_lately() for _ in range(100))


def test_work_hears_that_it_should_stop(task: ChoreographyTask, monkeypatch: pytest.MonkeyPatch) -> None:
    held = take(task)
    assert not held.cancelled_lately()
    cancel_task(user=task.owner, task_id=task.id)
    monkeypatch.setattr(fence, "REPORT_EVERY_S", 0.0)

    assert held.cancelled_lately()


def test_progress_never_drops_within_an_attempt(task: ChoreographyTask) -> None:
    held = take(task)
    seen = []
    for stage, progress in zip(TaskStage, (10, 40, 25, 99, 300, 0, 50), strict=True):
        held.report(stage, progress, "Working")
        task.refresh_from_db()
        seen.append(task.progress)

    assert seen == [10, 40, 40, 99, 100, 100, 100]


def test_many_reports_of_one_stage_are_few_writes(
    task: ChoreographyTask, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    held = take(task)

    with django_assert_max_num_queries(2):
        for percent in range(50, 95):
            held.report(TaskStage.ASSEMBLING, percent, "Putting the moves on the music")


def test_a_plan_and_its_assembly_appear_together(task: ChoreographyTask) -> None:
    held, plan = take(task), plan_for(task)

    held.hand_over(plan, defer_assembly)

    task.refresh_from_db()
    assert (task.phase, task.blueprint_id) == (TaskPhase.ASSEMBLY, plan.id)
    assert jobs_of(task) == [("assembly", "todo")]


def test_a_plan_whose_job_cannot_be_made_is_not_handed_over(task: ChoreographyTask) -> None:
    held, plan = take(task), plan_for(task)

    def broken(_: uuid.UUID) -> None:
        raise ConnectionError

    with pytest.raises(ConnectionError):
        held.hand_over(plan, broken)

    task.refresh_from_db()
    assert (task.phase, task.blueprint_id) == (TaskPhase.PLANNING, None)


def test_an_ended_task_cannot_be_cancelled_away_from_its_result(task: ChoreographyTask) -> None:
    held = take(task)
    held.complete(output_prefix="choreographies/x/1", duration_s=60.0)

    with pytest.raises(SupersededError):
        held.fail("internal_error", "Too late.")

    task.refresh_from_db()
    assert task.status == TaskStatus.COMPLETED
    assert task.progress == 100
