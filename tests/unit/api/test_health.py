import shutil
from collections import namedtuple
from pathlib import Path

import pytest
from django.db import OperationalError, connection
from django.test import Client

from common.health import FREE_BYTES_MIN
from common.postgres.server import DatabaseStartError

pytestmark = pytest.mark.django_db
Usage = namedtuple("Usage", "free")


def test_a_process_that_can_serve_says_so() -> None:
    response = Client().get("/readyz")

    assert response.status_code == 200
    assert response.json() == {"status": "ready", "checks": {"database": True, "storage": True}}


@pytest.mark.parametrize("error", [OperationalError("away"), DatabaseStartError()])
def test_without_its_database_it_is_alive_and_not_ready(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def away() -> None:
        raise error

    monkeypatch.setattr(connection, "cursor", away)

    response = Client().get("/readyz")

    assert Client().get("/healthz").status_code == 200
    assert response.status_code == 503
    assert response.json() == {"status": "not_ready", "checks": {"database": False, "storage": True}}


def test_with_a_full_disk_it_is_not_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(free=FREE_BYTES_MIN - 1))

    assert Client().get("/readyz").json()["checks"] == {"database": True, "storage": False}


def test_a_disk_that_cannot_be_asked_is_not_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(shutil, "disk_usage", broken)

    assert Client().get("/readyz").status_code == 503
