import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from common import storage
from common.media import media_url
from common.storage import MissingMediaError, StorageUnavailableError
from tests.integration.storage.conftest import use_s3


@pytest.fixture
def s3_away(s3: str, settings: Settings) -> None:
    """Let nobody answer where S3 should be."""
    use_s3(settings, "http://127.0.0.1:9")


def test_a_storage_that_does_not_answer_is_worth_another_try(s3_away: None) -> None:
    with pytest.raises(StorageUnavailableError) as failed:
        storage.publish_bytes(b"x", "a/b")

    assert "127.0.0.1" not in str(failed.value)


def test_a_file_that_cannot_be_fetched_is_not_called_missing(s3_away: None) -> None:
    with pytest.raises(StorageUnavailableError), storage.local_copy("a/b"):
        pass


def test_a_missing_bucket_is_not_a_missing_file(s3: str, settings: Settings) -> None:
    options = dict(settings.STORAGES["default"]["OPTIONS"], bucket_name="nobodys-bucket")
    settings.STORAGES = {**settings.STORAGES, "default": {**settings.STORAGES["default"], "OPTIONS": options}}

    with pytest.raises((StorageUnavailableError, MissingMediaError)), storage.local_copy("a/b"):
        pass
    with pytest.raises(StorageUnavailableError):
        storage.publish_bytes(b"x", "a/b")


def test_our_own_media_address_serves_nothing_from_s3(s3: str) -> None:
    storage.publish_bytes(b"x", "a/b.mp4")

    assert Client().get("/media/a/b.mp4").status_code == 404


def test_browsers_may_load_media_from_the_bucket_and_from_nowhere_else(s3: str) -> None:
    origin = media_url("a/b.mp4").partition("/dances/")[0]

    policy = Client().get("/healthz").headers["Content-Security-Policy"]

    directives = {part.split()[0]: part.split()[1:] for part in policy.split("; ")}
    assert all(origin in directives[name] for name in ("media-src", "img-src", "connect-src"))
    assert origin not in directives["script-src"]


def test_browsers_load_local_media_from_this_site_only(db: None) -> None:
    policy = Client().get("/healthz").headers["Content-Security-Policy"]

    assert "media-src 'self' blob:;" in policy
    assert "http:" not in policy


def test_a_store_of_ones_own_gets_its_bucket_once(s3: str, settings: Settings) -> None:
    options = dict(settings.STORAGES["default"]["OPTIONS"], bucket_name="a-new-bucket")
    settings.STORAGES = {**settings.STORAGES, "default": {**settings.STORAGES["default"], "OPTIONS": options}}

    assert [storage.make_bucket(), storage.make_bucket()] == [True, False]

    storage.publish_bytes(b"x", "a/b")
    assert storage.read_bytes("a/b") == b"x"


def test_local_storage_needs_no_bucket() -> None:
    assert storage.make_bucket() is False


def test_where_no_store_answers_no_bucket_is_made(s3_away: None) -> None:
    with pytest.raises(StorageUnavailableError):
        storage.make_bucket()
