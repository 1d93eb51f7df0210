import runpy
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import boto3
import pytest
from moto.server import ThreadedMotoServer
from pytest_django.fixtures import Settings

from bachata_buddy.environment import BASE_DIR
from choreography.maintenance import belonging
from tests.factories import local_storages

BUCKET, REGION = "dances", "eu-west-1"


@pytest.fixture(scope="session")
def s3_address() -> Iterator[str]:
    """Run a server that speaks S3 on this machine."""
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    address = f"http://{host}:{port}"
    monkeypatch = pytest.MonkeyPatch()
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    bucket = bucket_at(address)
    if bucket.creation_date is None:  # the buckets of a process outlive its servers
        bucket.create(CreateBucketConfiguration={"LocationConstraint": REGION})
    yield address
    monkeypatch.undo()
    server.stop()


@pytest.fixture
def s3(s3_address: str, settings: Settings) -> str:
    """Store media in an empty bucket and return the server's address."""
    bucket_at(s3_address).objects.delete()
    use_s3(settings, s3_address)
    return s3_address


def bucket_at(address: str) -> Any:
    return boto3.resource("s3", endpoint_url=address, region_name=REGION).Bucket(BUCKET)


def use_s3(settings: Settings, address: str) -> None:
    """Read the project's own settings for S3 at `address`."""
    variables = {
        "STORAGE_BACKEND": "s3",
        "AWS_STORAGE_BUCKET_NAME": BUCKET,
        "AWS_REGION": REGION,
        "AWS_S3_ENDPOINT_URL": address,
    }
    with pytest.MonkeyPatch.context() as patch:
        for name, value in variables.items():
            patch.setenv(name, value)
        settings.STORAGES = runpy.run_path(str(BASE_DIR / "bachata_buddy" / "settings.py"))["STORAGES"]


@pytest.fixture(params=["local", "s3"])
def backend(request: pytest.FixtureRequest, settings: Settings, tmp_path: Path) -> str:
    """Run the test once on local storage and once on S3."""
    if request.param == "s3":
        request.getfixturevalue("s3")
    else:
        settings.STORAGES = local_storages(tmp_path / "media")
    return str(request.param)


@pytest.fixture
def an_hour_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let all files count as old."""
    monkeypatch.setattr(belonging, "ORPHAN_AGE", timedelta(seconds=-2))  # S3 tells times in whole seconds
