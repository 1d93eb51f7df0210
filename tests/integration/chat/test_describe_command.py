"""The chat in the shell, alone and beside a worker that takes the same sentence."""

import threading
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connections

from choreography.jobs.planning import plan
from choreography.management.commands import describe
from choreography.models import ChoreographyTask
from users.models import User

pytestmark = pytest.mark.django_db(transaction=True)


def said(owner: User, *sentences: str) -> str:
    output = StringIO()
    call_command("describe", *sentences, email=owner.email, stdout=output)
    return output.getvalue()


def test_each_sentence_is_answered_and_no_video_is_made(owner: User) -> None:
    told = said(owner, "intermediate to cafe con canela", "slower ending")

    assert told.count("> ") == 2
    assert "intermediate dance" in told
    assert "0:0" in told
    assert {task.status for task in ChoreographyTask.objects.all()} == {"cancelled"}


def test_what_a_worker_took_over_is_waited_for(owner: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def by_worker(task_id: str) -> None:
        plan(task_id)
        connections.close_all()

    workers: list[threading.Timer] = []

    def taken_over(task_id: str) -> None:
        workers.append(threading.Timer(0.3, by_worker, [task_id]))
        workers[-1].start()

    monkeypatch.setattr(describe, "plan", taken_over)

    told = said(owner, "intermediate to cafe con canela")
    for worker in workers:
        worker.join()

    assert "intermediate dance" in told
