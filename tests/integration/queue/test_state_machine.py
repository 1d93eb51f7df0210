"""P15: whatever jobs, users and lost workers do, in whatever order, a task makes only legal moves."""

from typing import Any

import pytest
from django.db import connection
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from choreography.maintenance.sweeping import sweep
from choreography.models import Blueprint, ChoreographyTask, TaskPhase, TaskStage, TaskStatus
from choreography.queue.deferring import defer_assembly
from choreography.queue.fence import Claim, SupersededError, claim
from choreography.services import TaskFinishedError, cancel_task
from tests.factories import make_song, make_task, make_user

LEGAL = {
    ("queued", "queued"), ("queued", "processing"), ("queued", "cancelled"), ("queued", "failed"),
    ("processing", "processing"), ("processing", "completed"), ("processing", "failed"), ("processing", "cancelled"),
    ("completed", "completed"), ("failed", "failed"), ("cancelled", "cancelled"),
}  # fmt: skip


class TaskLife(RuleBasedStateMachine):
    """One task, any number of jobs that believe they hold it."""

    def __init__(self) -> None:
        super().__init__()
        self.user = make_user(f"user{Blueprint.objects.count()}-{ChoreographyTask.objects.count()}")
        self.task = make_task(self.user, make_song())
        self.plan = Blueprint.objects.create(owner=self.user, song=self.task.song, data={})
        self.claims: list[Claim] = []
        self.before = self.now()

    def now(self) -> dict[str, Any]:
        return ChoreographyTask.objects.values().get(id=self.task.id)

    def try_as(self, number: int, write: str, *arguments: Any, **named: Any) -> None:
        if not self.claims:
            return
        held = self.claims[number % len(self.claims)]
        may_write = held.attempt == self.before["attempt"] and self.before["status"] == "processing"
        try:
            getattr(held, write)(*arguments, **named)
        except SupersededError:
            assert not may_write
            assert self.now() == self.before
        else:
            assert may_write or write == "report"

    @rule(phase=st.sampled_from(TaskPhase))
    def a_job_starts(self, phase: TaskPhase) -> None:
        held = claim(self.task.id, phase)
        open_for_it = self.before["phase"] == phase and self.before["status"] in ("queued", "processing")
        assert (held is not None) == open_for_it
        if held is not None:
            assert held.attempt == self.before["attempt"] + 1
            self.claims.append(held)

    @rule(number=st.integers(0, 9), stage=st.sampled_from(TaskStage), progress=st.integers(0, 120))
    def a_job_reports(self, number: int, stage: TaskStage, progress: int) -> None:
        self.try_as(number, "report", stage, progress, "Working")

    @rule(number=st.integers(0, 9))
    def a_job_hands_over(self, number: int) -> None:
        self.try_as(number, "hand_over", self.plan, defer_assembly)

    @rule(number=st.integers(0, 9))
    def a_job_completes(self, number: int) -> None:
        self.try_as(number, "complete", output_prefix="choreographies/x/1", duration_s=60.0)

    @rule(number=st.integers(0, 9))
    def a_job_fails(self, number: int) -> None:
        self.try_as(number, "fail", "internal_error", "Something went wrong.")

    @rule()
    def the_user_stops_it(self) -> None:
        finished = self.before["status"] in ChoreographyTask.FINISHED
        try:
            cancel_task(user=self.user, task_id=self.task.id)
            assert not finished
        except TaskFinishedError:
            assert finished

    @rule()
    def its_worker_is_lost(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM procrastinate_jobs")
        sweep()
        if self.before["status"] not in ChoreographyTask.FINISHED:
            assert self.now()["attempt"] == self.before["attempt"] + 1

    @invariant()
    def only_legal_moves_are_made(self) -> None:
        before, now = self.before, self.now()
        assert (before["status"], now["status"]) in LEGAL
        if before["status"] in ChoreographyTask.FINISHED:
            assert now == before
        assert now["attempt"] >= before["attempt"]
        if now["attempt"] == before["attempt"]:
            assert now["progress"] >= before["progress"]
        assert 0 <= now["progress"] <= 100
        assert not (before["phase"] == TaskPhase.ASSEMBLY and now["phase"] == TaskPhase.PLANNING)
        assert (now["finished_at"] is not None) == (now["status"] in ChoreographyTask.FINISHED)
        assert bool(now["output_prefix"]) == (now["status"] == TaskStatus.COMPLETED)
        assert bool(now["error_code"]) == (now["status"] == TaskStatus.FAILED)
        self.before = now


@pytest.mark.django_db
def test_two_thousand_random_steps_are_all_legal() -> None:
    run_state_machine_as_test(
        TaskLife,
        settings=settings(
            max_examples=40, stateful_step_count=50, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
