"""Media over HTTP: ranges against a real file, addresses that nobody can make up."""

import os
import time
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.signing import Signer
from django.http import HttpResponseBase
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as effort
from hypothesis import strategies as st

from common import storage
from common.media import media_url

KEY = "choreographies/1/2/choreography.mp4"
SIZE = 700_001
CONTENT = os.urandom(SIZE)

pytestmark = pytest.mark.django_db  # the end of a response looks after the connections of tests before


@pytest.fixture
def url(settings_of_tests: None) -> str:
    storage.publish_bytes(CONTENT, KEY)
    return media_url(KEY)


def get(url: str, method: str = "get", **headers: str) -> HttpResponseBase:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Client().generic(method.upper(), url, headers=named)


def body(response: Any) -> bytes:
    return b"".join(response) if response.streaming else bytes(response.content)


def test_a_whole_file_says_what_it_is(url: str) -> None:
    response = get(url)

    assert response.status_code == HTTPStatus.OK
    assert body(response) == CONTENT
    assert response.headers["Content-Length"] == str(SIZE)
    assert response.headers["Content-Type"] == "video/mp4"
    assert response.headers["Accept-Ranges"] == "bytes"
    assert response.headers["ETag"] and response.headers["Last-Modified"]
    assert response.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


@pytest.mark.parametrize(
    ("asked", "told", "wanted"),
    [
        ("bytes=0-1", f"bytes 0-1/{SIZE}", CONTENT[:2]),
        ("bytes=0-", f"bytes 0-{SIZE - 1}/{SIZE}", CONTENT),
        ("bytes=700000-", f"bytes 700000-700000/{SIZE}", CONTENT[-1:]),
        ("bytes=-5", f"bytes {SIZE - 5}-{SIZE - 1}/{SIZE}", CONTENT[-5:]),
        ("bytes=262143-262145", f"bytes 262143-262145/{SIZE}", CONTENT[262143:262146]),
    ],
    ids=["Safari's first question", "open", "last byte", "suffix", "across a chunk"],
)
def test_a_part_is_answered_as_a_part(url: str, asked: str, told: str, wanted: bytes) -> None:
    response = get(url, Range=asked)

    assert response.status_code == HTTPStatus.PARTIAL_CONTENT
    assert response.headers["Content-Range"] == told
    assert response.headers["Content-Length"] == str(len(wanted))
    assert body(response) == wanted


@given(first=st.integers(0, SIZE + 10), length=st.integers(1, SIZE), form=st.sampled_from(("closed", "open", "suffix")))
@effort(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_two_hundred_random_ranges_give_those_bytes(url: str, first: int, length: int, form: str) -> None:
    headers, wanted = {
        "closed": (f"bytes={first}-{first + length - 1}", CONTENT[first : first + length]),
        "open": (f"bytes={first}-", CONTENT[first:]),
        "suffix": (f"bytes=-{length}", CONTENT[-length:]),
    }[form]

    response = get(url, Range=headers)

    if not wanted:
        assert response.status_code == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
        assert response.headers["Content-Range"] == f"bytes */{SIZE}"
        return
    assert response.status_code == HTTPStatus.PARTIAL_CONTENT
    assert body(response) == wanted
    start = SIZE - len(wanted) if form == "suffix" else first
    assert response.headers["Content-Range"] == f"bytes {start}-{start + len(wanted) - 1}/{SIZE}"


def test_a_part_of_the_file_one_knows_is_given_and_of_another_is_not(url: str) -> None:
    etag = get(url, "head").headers["ETag"]

    assert get(url, Range="bytes=0-1", If_Range=etag).status_code == HTTPStatus.PARTIAL_CONTENT
    for other in ('"another"', f"W/{etag}", "Wed, 21 Oct 2015 07:28:00 GMT"):
        response = get(url, Range="bytes=0-1", If_Range=other)
        assert response.status_code == HTTPStatus.OK
        assert response.headers["Content-Length"] == str(SIZE)
        response.close()


def test_the_head_of_a_file_has_its_headers_and_no_body(url: str) -> None:
    response = get(url, "head")

    assert response.status_code == HTTPStatus.OK
    assert response.headers["Content-Length"] == str(SIZE)
    assert response.headers["Accept-Ranges"] == "bytes"
    assert body(response) == b""


def test_a_range_means_nothing_to_a_head_request(url: str) -> None:
    """RFC 9110, 14.2: a server must ignore Range where the method is not GET."""
    response = get(url, "head", Range="bytes=0-1")

    assert response.status_code == HTTPStatus.OK
    assert response.headers["Content-Length"] == str(SIZE)


def test_a_file_one_has_already_is_not_sent_again(url: str) -> None:
    etag = get(url, "head").headers["ETag"]

    for known in (etag, f'"x", {etag}', f"W/{etag}", "*"):
        response = get(url, If_None_Match=known)
        assert response.status_code == HTTPStatus.NOT_MODIFIED
        assert response.headers["ETag"] == etag
    other = get(url, If_None_Match='"other"')
    assert other.status_code == HTTPStatus.OK
    other.close()


def test_a_new_file_under_the_same_key_has_another_tag(url: str) -> None:
    before = get(url, "head").headers["ETag"]

    storage.publish_bytes(CONTENT[::-1], KEY)

    assert get(url, "head").headers["ETag"] != before


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_media_is_only_read(url: str, method: str) -> None:
    assert get(url, method).status_code == HTTPStatus.METHOD_NOT_ALLOWED


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("a.vtt", "text/vtt; charset=utf-8"),
        ("a.m4a", "audio/mp4"),
        ("a.jpg", "image/jpeg"),
        ("a.json", "application/json"),
        ("a.unknown", "application/octet-stream"),
    ],
)
def test_the_type_is_told_by_the_name(settings_of_tests: None, name: str, content_type: str) -> None:
    storage.publish_bytes(b"x", f"a/{name}")

    assert get(media_url(f"a/{name}"), "head").headers["Content-Type"] == content_type


def test_an_empty_file_is_empty(settings_of_tests: None) -> None:
    storage.publish_bytes(b"", "a/empty.vtt")

    assert body(get(media_url("a/empty.vtt"))) == b""
    assert get(media_url("a/empty.vtt"), Range="bytes=0-").status_code == 416


class TestAddresses:
    """Whoever has an address may read the file until it expires; nobody can make one."""

    @pytest.mark.parametrize(
        "query",
        [
            "",
            "expires=99999999999&signature=x",
            "expires=99999999999&signature=",
            "expires=99999999999",
            "signature=x",
            "expires=-1&signature=x",
            "expires=abc&signature=x",
            "expires=٣&signature=x",
            "expires=1e9&signature=x",
            f"expires={'9' * 5000}&signature=x",
            "expires=99999999999&signature=%00%ff",
            "expires=99999999999&signature=é",
        ],
    )
    def test_a_made_up_signature_reads_as_nothing_there(self, url: str, query: str) -> None:
        assert get(f"/media/{KEY}?{query}").status_code == HTTPStatus.NOT_FOUND

    def test_a_signature_is_good_for_its_own_file_only(self, url: str) -> None:
        storage.publish_bytes(b"theirs", "choreographies/9/1/choreography.mp4")
        query = urlsplit(url).query

        assert get(f"/media/choreographies/9/1/choreography.mp4?{query}").status_code == HTTPStatus.NOT_FOUND
        assert get(f"/media/choreographies/1/2/./choreography.mp4?{query}").status_code == HTTPStatus.NOT_FOUND

    def test_a_longer_life_cannot_be_asked_for(self, url: str) -> None:
        told = parse_qs(urlsplit(url).query)
        later = int(told["expires"][0]) + 3600

        answer = get(f"/media/{KEY}?expires={later}&signature={told['signature'][0]}")

        assert answer.status_code == HTTPStatus.NOT_FOUND

    def test_an_address_expires(self, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
        expires = int(parse_qs(urlsplit(url).query)["expires"][0])
        assert expires - time.time() >= 3600

        monkeypatch.setattr("common.media.time.time", lambda: expires + 1.0)

        assert get(url).status_code == HTTPStatus.NOT_FOUND

    def test_an_address_of_another_installation_is_worth_nothing(
        self, url: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as elsewhere:
            elsewhere.setattr("common.media._signer", Signer(key="another key", salt="common.media"))
            foreign = media_url(KEY)

        assert foreign != url
        assert get(foreign).status_code == HTTPStatus.NOT_FOUND

    @pytest.mark.parametrize(
        "key", ["../settings.py", "..%2f..%2fetc%2fpasswd", "/etc/passwd", "a%00b", "%ff", "a//b", "."]
    )
    def test_no_key_leads_out_of_storage(self, url: str, key: str) -> None:
        response = get(f"/media/{key}?{urlsplit(url).query}")

        assert response.status_code == HTTPStatus.NOT_FOUND

    def test_even_a_signed_key_does_not_lead_out_of_storage(self, url: str, tmp_path: Path, monkeypatch: Any) -> None:
        (tmp_path / "secret.txt").write_text("secret")
        monkeypatch.setattr("common.media.local_path", lambda key: Path("inside"))
        signed = media_url("../secret.txt")
        monkeypatch.undo()

        response = get(signed)

        assert response.status_code in (HTTPStatus.NOT_FOUND, HTTPStatus.BAD_REQUEST)
        assert b"secret" not in body(response)

    def test_a_folder_is_no_file(self, url: str) -> None:
        assert get(media_url("choreographies/1")).status_code == HTTPStatus.NOT_FOUND

    def test_addresses_stay_the_same_for_an_hour_so_that_browsers_keep_the_file(self, settings_of_tests: None) -> None:
        assert media_url(KEY, now_s=7200.0) == media_url(KEY, now_s=10_799.0)
        assert media_url(KEY, now_s=7200.0) != media_url(KEY, now_s=10_800.0)
