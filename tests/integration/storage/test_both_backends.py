"""S3 behaves as local storage does: one suite for both."""

import os
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlparse
from urllib.request import urlopen

import pytest
from django.test import Client
from django.utils import timezone

from common import storage
from common.media import media_url
from common.storage import MissingMediaError

CONTENT = os.urandom(300_000)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "made.mp4"
    path.write_bytes(CONTENT)
    return path


def test_what_is_published_is_read_back(backend: str, source: Path) -> None:
    storage.publish(source, "choreographies/1/choreography.mp4")

    assert storage.exists("choreographies/1/choreography.mp4")
    assert storage.read_bytes("choreographies/1/choreography.mp4") == CONTENT
    assert source.exists()


def test_publishing_again_replaces(backend: str, source: Path) -> None:
    storage.publish_text("old", "a/captions.vtt")
    storage.publish_text("ñandú", "a/captions.vtt")

    assert storage.read_bytes("a/captions.vtt").decode() == "ñandú"


def test_a_local_copy_carries_the_name_of_its_key(backend: str, source: Path) -> None:
    storage.publish(source, "moves/1/mezzanine.mp4", consume=True)

    with storage.local_copy("moves/1/mezzanine.mp4") as path:
        assert path.name == "mezzanine.mp4"
        assert path.read_bytes() == CONTENT


def test_a_missing_file_says_so_by_its_name_only(backend: str) -> None:
    with pytest.raises(MissingMediaError) as missing, storage.local_copy("moves/secret/mezzanine.mp4"):
        pass

    assert str(missing.value) == "The media file mezzanine.mp4 is gone from storage."
    assert not storage.exists("moves/secret/mezzanine.mp4")


def test_deleting_is_final_and_may_be_repeated(backend: str) -> None:
    storage.publish_bytes(b"x", "a/b")

    storage.delete("a/b")
    storage.delete("a/b")

    assert not storage.exists("a/b")


def test_files_are_listed_and_tell_when_they_were_written(backend: str) -> None:
    before = timezone.now() - timedelta(seconds=2)  # S3 tells times in whole seconds
    storage.publish_bytes(b"x", "a/b/c")

    assert (storage.files("a/b"), storage.files("a"), storage.files("b")) == (("a/b/c",), (), ())
    (found,) = storage.stored_files("a")
    assert (found.key, found.folder) == ("a/b/c", "a/b")
    assert before < found.written_at <= timezone.now()
    assert list(storage.stored_files("b")) == []


def test_files_are_listed_folder_by_folder_behind_one_and_up_to_another(backend: str) -> None:
    for folder in ("00", "3f-old", "3f", "3f/1", "a0/1", "a0/2", "ff"):
        for name in ("x", "y"):
            storage.publish_bytes(b"x", f"songs/{folder}/{name}")
    storage.publish_bytes(b"x", "songs/readme")
    storage.publish_bytes(b"x", "songs-of-others/3f/x")

    def folders(**between: str) -> list[str]:
        listed = [file.key.split("/")[1] for file in storage.stored_files("songs", **between)]
        return list(dict.fromkeys(listed))

    assert folders() == ["00", "3f-old", "3f", "a0", "ff"]
    assert folders(after="3f") == ["a0", "ff"]
    assert folders(after="00", upto="a0") == ["3f-old", "3f", "a0"]
    assert folders(upto="2") == ["00"]
    assert folders(after="ff") == []
    assert len(list(storage.stored_files("songs", after="3f", upto="a0"))) == 4


def test_nothing_has_no_file(backend: str) -> None:
    assert not storage.exists("")
    storage.delete("")


def test_the_address_given_to_a_browser_answers_with_the_file(backend: str, source: Path) -> None:
    storage.publish(source, "choreographies/1/choreography.mp4")
    url = media_url("choreographies/1/choreography.mp4")

    if backend == "s3":
        with urlopen(url) as answer:
            body = answer.read()
    else:
        body = b"".join(Client().get(url))  # type: ignore[arg-type]

    assert body == CONTENT


def test_an_address_on_s3_ends_within_five_minutes(s3: str) -> None:
    asked = parse_qs(urlparse(media_url("a/b.mp4")).query)

    assert 0 < int(asked["X-Amz-Expires"][0]) <= 300
    assert asked["X-Amz-Signature"]
