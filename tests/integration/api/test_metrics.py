"""Metrics: for staff and for a program that knows the token, summed over all processes."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from procrastinate.jobs import Job
from prometheus_client.parser import text_string_to_metric_families
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from choreography.models import TaskPhase, TaskStage
from choreography.queue.deferring import defer_planning
from choreography.queue.fence import claim
from choreography.queue.worker_measures import STAGE_SECONDS, job_noted
from common import measurements
from common.log_lines import current_task_id
from common.models import Measurement
from tests.factories import make_task
from users.models import User

TOKEN = "a-token-of-sixteen-and-more"
Samples = dict[tuple[str, tuple[tuple[str, str], ...]], float]


@pytest.fixture(autouse=True)
def nothing_measured_yet() -> Iterator[None]:
    measurements._sums.clear()
    measurements._values.clear()
    yield
    measurements._sums.clear()
    measurements._values.clear()


def read(client: Any, **headers: str) -> Samples:
    response = client.get("/metrics", headers=headers)
    assert response.status_code == 200
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(response.content.decode())
        for sample in family.samples
    }


def value(samples: Samples, name: str, **labels: str) -> float | None:
    return samples.get((name, tuple(sorted(labels.items()))))


@pytest.fixture
def program(settings: Settings) -> Client:
    settings.METRICS_TOKEN = TOKEN
    return Client(headers={"Authorization": f"Bearer {TOKEN}"})


@pytest.mark.django_db
class TestWhoSeesThem:
    def test_staff_who_are_signed_in(self, staff: User) -> None:
        client = Client()
        client.force_login(staff)

        assert value(read(client), "bb_web_resident_bytes")

    def test_a_program_with_the_token(self, program: Client) -> None:
        assert value(read(program), "bb_web_resident_bytes")

    @pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Bearer wrong", "Bearer é", f"Basic {TOKEN}"])
    def test_nobody_else(self, settings: Settings, owner: User, header: str) -> None:
        settings.METRICS_TOKEN = TOKEN
        client = Client(headers={"Authorization": header})
        client.force_login(owner)

        assert client.get("/metrics").status_code == 404

    def test_without_a_token_no_program(self, db: None) -> None:
        for header in ("", "Bearer ", "Bearer None"):
            assert Client(headers={"Authorization": header}).get("/metrics").status_code == 404


@pytest.mark.django_db
class TestWhatTheySay:
    def test_requests_by_route_not_by_address(self, program: Client, as_owner: APIClient, owner: User) -> None:
        task = make_task(owner)
        as_owner.get(f"/api/choreography/tasks/{task.id}/")
        as_owner.get(f"/api/choreography/tasks/{owner.id}/")

        samples = read(program)

        route = "api/choreography/tasks/<uuid:task_id>/"
        for status in ("200", "404"):
            assert value(samples, "bb_request_seconds_count", route=route, method="GET", status=status) == 1
        assert value(samples, "bb_request_seconds_bucket", route=route, method="GET", status="200", le="+Inf") == 1
        assert str(task.id) not in str(samples)

    def test_depth_and_age_of_each_queue(self, program: Client, owner: User) -> None:
        for _ in range(3):
            defer_planning(make_task(owner).id)
        with connection.cursor() as cursor:
            cursor.execute("UPDATE procrastinate_events SET at = at - interval '90 seconds'")

        samples = read(program)

        assert value(samples, "bb_queue_depth", queue="planning", state="waiting") == 3
        assert value(samples, "bb_queue_depth", queue="assembly", state="waiting") == 0
        assert 89 < (value(samples, "bb_queue_age_seconds", queue="planning") or 0) < 120
        assert value(samples, "bb_queue_age_seconds", queue="assembly") == 0
        assert value(samples, "bb_workers_online", queue="planning") == 0

    def test_tasks_by_status_and_failures_by_code(self, program: Client, owner: User) -> None:
        make_task(owner)
        for code in ("storage_full", "storage_full", "worker_lost"):
            make_task(owner, status="failed", error_code=code)

        samples = read(program)

        assert value(samples, "bb_tasks", kind="generate", status="queued") == 1
        assert value(samples, "bb_tasks", kind="generate", status="failed") == 3
        assert value(samples, "bb_tasks_failed", kind="generate", code="storage_full") == 2
        assert value(samples, "bb_tasks_failed", kind="generate", code="worker_lost") == 1

    def test_the_time_of_each_stage(self, program: Client, owner: User) -> None:
        held = claim(make_task(owner).id, TaskPhase.PLANNING)
        assert held is not None
        held.report(TaskStage.ANALYSING, 5, "")
        held.report(TaskStage.SEARCHING, 10, "")
        held.report(TaskStage.SEQUENCING, 20, "")
        held.fail("no_rhythm", "No.")

        samples = read(program)

        for stage in ("analysing", "searching"):
            assert value(samples, "bb_stage_seconds_count", stage=stage) == 1
        assert value(samples, "bb_tasks_ended_total", status="failed", code="no_rhythm") == 1

    def test_jobs_of_workers_and_their_memory(self, program: Client) -> None:
        job = Job(
            id=1, queue="planning", lock=None, queueing_lock=None, task_name="choreography.plan",
            task_kwargs={"task_id": "abc"},
        )  # fmt: skip
        with job_noted(job):
            assert current_task_id.get() == "abc"
        with pytest.raises(RuntimeError), job_noted(job):
            raise RuntimeError

        samples = read(program)

        assert current_task_id.get() == ""
        assert value(samples, "bb_job_seconds_count", job="choreography.plan", queue="planning") == 2
        assert value(samples, "bb_jobs_broken_total", job="choreography.plan", queue="planning") == 1
        memory = [told for (name, _), told in samples.items() if name == "bb_worker_resident_bytes"]
        assert memory and memory[0] > 10_000_000

    def test_a_worker_that_is_gone_is_not_shown(self, program: Client) -> None:
        with job_noted(Job(id=1, queue="q", lock=None, queueing_lock=None, task_name="t", task_kwargs={})):
            pass
        Measurement.objects.update(told_at="2020-01-01T00:00:00Z")

        assert not [name for name, _ in read(program) if name == "bb_worker_resident_bytes"]


def test_sums_of_many_processes_add_up(transactional_db: None) -> None:
    kind = STAGE_SECONDS

    def measure(number: int) -> None:
        measurements.observe(kind, 0.2, "analysing")
        measurements.observe(kind, 700.0, "searching")
        measurements.write()
        connection.close()

    with ThreadPoolExecutor(5) as threads:
        list(threads.map(measure, range(40)))

    family = next(iter(measurements.families(kind)))
    counts = {(s.labels["stage"], s.labels.get("le")): s.value for s in family.samples if s.name.endswith("_bucket")}
    assert counts["analysing", "0.1"] == 0
    assert counts["analysing", "0.25"] == counts["analysing", "+Inf"] == 40
    assert counts["searching", "600.0"] == 0
    assert counts["searching", "+Inf"] == 40
    totals = {s.labels["stage"]: s.value for s in family.samples if s.name.endswith("_sum")}
    assert totals["analysing"] == pytest.approx(8.0)


def test_without_a_database_measurements_wait(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db import OperationalError

    measurements._sums.clear()
    measurements.observe(STAGE_SECONDS, 0.2, "analysing")
    with monkeypatch.context() as patch:
        patch.setattr(measurements, "_execute", lambda *_: (_ for _ in ()).throw(OperationalError))
        measurements.write()

    measurements.write()

    assert Measurement.objects.get().count == 1
