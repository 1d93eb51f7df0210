"""A sentence whose worker is killed or paused is answered once, by the next one, with one dance."""

import signal

import pytest

from choreography.chat.requests import describe
from choreography.models import Blueprint, Choreography, ChoreographyTask, ReasoningStep, TaskPhase, Turn
from tests.factories import make_user
from tests.integration.queue.house import House, assert_whole, finished, is_stopped, sweep_until, wait_until

pytestmark = [
    pytest.mark.chaos,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("on_the_house"),
]


def said(sentence: str) -> tuple[Turn, ChoreographyTask]:
    turn = describe(user=make_user("talker"), sentence=sentence)
    assert turn.task is not None
    return turn, turn.task


@pytest.mark.parametrize("stage", ["describing", "sequencing", "deciding"])
def test_a_worker_killed_while_it_thinks_leaves_one_answer(house: House, stage: str) -> None:
    turn, task = said("easy and slow")
    with house.worker("planning", fault=f"{stage}:kill") as worker:
        assert worker.wait(90) == -signal.SIGKILL

    sweep_until(task, attempt=2)
    with house.worker("planning,assembly"):
        wait_until(lambda: finished(task))

    assert_whole(house, task)
    turn.refresh_from_db()
    assert turn.reply
    assert Choreography.objects.count() == Blueprint.objects.count() == 1
    steps = list(ReasoningStep.objects.filter(turn=turn).values_list("index", "status"))
    assert [index for index, _ in steps] == list(range(len(steps)))
    assert {status for _, status in steps} == {"done"}


def test_a_worker_that_wakes_late_changes_nothing(house: House) -> None:
    turn, task = said("easy and slow")
    with house.worker("planning", fault="deciding:stop") as sleeper:
        wait_until(lambda: is_stopped(sleeper))
        sweep_until(task, attempt=2)
        with house.worker("planning"):
            wait_until(lambda: ChoreographyTask.objects.filter(id=task.id, phase=TaskPhase.ASSEMBLY))
        steps = ReasoningStep.objects.filter(turn=turn).count()
        sleeper.send_signal(signal.SIGCONT)
        with house.worker("assembly"):
            wait_until(lambda: finished(task))

    assert_whole(house, task)
    assert ReasoningStep.objects.filter(turn=turn).count() == steps
    assert Blueprint.objects.count() == 1
