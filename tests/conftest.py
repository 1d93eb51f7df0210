"""What every test stands on: media of its own, quick passwords, a fixed cast of people."""

from collections.abc import Iterator
from math import inf
from pathlib import Path

import pytest
from django.db import connection
from pytest_django.fixtures import Settings
from pytest_django.plugin import DjangoDbBlocker
from rest_framework.test import APIClient

from common import measurements
from tests.factories import client_of, local_storages, make_user
from users.models import User


@pytest.fixture(autouse=True)
def settings_of_tests(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep media out of the project, hash passwords at once, write measurements only where a test asks for them."""
    monkeypatch.setattr(measurements, "WRITE_EVERY_S", inf)
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STORAGES = local_storages(settings.MEDIA_ROOT)
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def no_jobs_left(request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Clear the queue behind a test that commits: its tables are not Django's, so Django does not empty them."""
    yield
    marker = request.node.get_closest_marker("django_db")
    if "transactional_db" in request.fixturenames or (marker is not None and marker.kwargs.get("transaction")):
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")


@pytest.fixture
def owner(db: None) -> User:
    return make_user("owner")


@pytest.fixture
def stranger(db: None) -> User:
    """Somebody who has an account and nothing else."""
    return make_user("stranger")


@pytest.fixture
def instructor(db: None) -> User:
    return make_user("instructor", role="instructor")


@pytest.fixture
def staff(db: None) -> User:
    return make_user("staff", role="staff", is_staff=True)


@pytest.fixture
def anonymous() -> APIClient:
    return client_of(None)


@pytest.fixture
def as_owner(owner: User) -> APIClient:
    return client_of(owner)


@pytest.fixture
def as_stranger(stranger: User) -> APIClient:
    return client_of(stranger)
