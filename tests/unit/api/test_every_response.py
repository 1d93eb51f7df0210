"""What stands on every response, whoever answers: API, page, media, static files, errors of the framework."""

import logging

import pytest
from django.http import HttpResponse
from django.test import Client
from django.test.client import RequestFactory
from pytest_django.fixtures import Settings

from common.api.request_id import RequestIdFilter, current_request_id
from tests.factories import client_of

ADDRESSES = {
    "the API": "/api/choreography/songs/",
    "an unknown address of the API": "/api/unknown",
    "the page": "/",
    "any page of the web app": "/tasks/1",
    "media": "/media/nothing.mp4",
    "static files": "/static/nothing.js",
    "a static file": "/static/drf_spectacular_sidecar/swagger-ui-dist/swagger-ui.css",
    "health": "/healthz",
    "the schema": "/api/schema/",
    "the docs": "/api/docs/",
    "the admin": "/admin/login/",
}
pytestmark = pytest.mark.django_db


def answer(address: str, method: str = "get") -> HttpResponse:
    """Return the response, its file closed where it has one."""
    response: HttpResponse = getattr(Client(), method)(address)
    if response.streaming:
        b"".join(response)  # type: ignore[arg-type]  # read to its end, so that its file is closed
    return response


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_security_headers_stand_on_every_response(address: str, method: str) -> None:
    response = answer(address, method)

    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "geolocation=()" in response.headers["Permissions-Policy"]
    assert len(response.headers["X-Request-ID"]) == 32


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
def test_no_page_may_run_inline_scripts_or_be_framed(address: str) -> None:
    policy = directives(answer(address).headers["Content-Security-Policy"])

    scripts = policy.get("script-src", policy["default-src"])
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "data:", "https:"} & set(scripts)
    if address.startswith("/media/") is False:
        assert policy["frame-ancestors"] == ["'none'"]
        assert policy["object-src"] == ["'none'"]
        assert policy["base-uri"] == ["'none'"]
        # A service worker and its manifest come from here, videos kept for practice offline from the browser itself.
        assert policy["worker-src"] == policy["manifest-src"] == ["'self'"]
        assert "blob:" in policy["media-src"]


def test_only_the_docs_page_allows_inline_styles() -> None:
    allowing = [
        name
        for name, address in ADDRESSES.items()
        if "'unsafe-inline'" in answer(address).headers["Content-Security-Policy"]
    ]

    assert allowing == ["the docs"]


def test_a_wrong_host_is_refused_in_the_envelope_with_headers() -> None:
    response = Client(headers={"host": "evil.example"}).get("/api/choreography/songs/")

    assert response.status_code == 400
    assert response.json()["code"] == "bad_request"
    assert "evil" not in response.content.decode()
    assert "Content-Security-Policy" in response.headers


@pytest.mark.parametrize("method", ["get", "post", "put", "delete"])
@pytest.mark.parametrize("address", ["/api/unknown", "/api", "/api/choreography/", "/media", "/static/x"])
def test_an_unknown_address_of_a_program_is_a_404_in_the_envelope(address: str, method: str) -> None:
    response = getattr(Client(), method)(address)

    assert response.status_code == 404
    assert response.json() == {
        "code": "not_found",
        "detail": "There is nothing here, or it is not yours.",
        "request_id": response.headers["X-Request-ID"],
    }


def test_the_callers_request_id_comes_back() -> None:
    response = client_of(None).get("/api/unknown", headers={"X-Request-ID": "trace-12345678"})

    assert response.headers["X-Request-ID"] == response.json()["request_id"] == "trace-12345678"


@pytest.mark.parametrize("given", ["short", "x" * 65, "spaces in it", "a\nb-12345678", "<script>1234", "ü" * 10, ""])
def test_a_request_id_that_could_hurt_a_log_is_replaced(given: str) -> None:
    response = client_of(None).get("/healthz", headers={"X-Request-ID": given})

    assert response.headers["X-Request-ID"] != given
    assert len(response.headers["X-Request-ID"]) == 32


def test_two_requests_have_two_ids() -> None:
    assert Client().get("/healthz").headers["X-Request-ID"] != Client().get("/healthz").headers["X-Request-ID"]


def test_log_lines_carry_the_request_id(settings: Settings) -> None:
    record = logging.LogRecord("x", logging.INFO, "f", 1, "words", None, None)
    token = current_request_id.set("trace-12345678")
    RequestIdFilter().filter(record)
    current_request_id.reset(token)

    form = logging.Formatter(settings.LOGGING["formatters"]["line"]["fmt"])

    assert "trace-12345678" in form.format(record)
    assert "request_id" in settings.LOGGING["handlers"]["stderr"]["filters"]


def test_an_error_outside_the_api_is_an_envelope_too(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    def broken(*_: object) -> None:
        raise KeyError("secret inside")

    monkeypatch.setattr("common.health.shutil.disk_usage", broken)

    response = Client(raise_request_exception=False).get("/readyz")

    assert response.status_code == 500
    assert response.json()["code"] == "internal_error"
    assert "secret" not in response.content.decode()
    assert "Content-Security-Policy" in response.headers


def directives(policy: str) -> dict[str, list[str]]:
    return {part.split()[0]: part.split()[1:] for part in policy.split("; ")}


def test_the_request_id_ends_with_its_request() -> None:
    Client().get("/healthz", headers={"X-Request-ID": "trace-12345678"})

    assert current_request_id.get() == ""
    assert RequestFactory().get("/").headers.get("X-Request-ID") is None


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_an_unknown_address_of_the_api_is_a_404_to_every_method_though_csrf_is_checked(method: str) -> None:
    response = getattr(Client(enforce_csrf_checks=True), method)("/api/choreography/songs/null/")

    assert (response.status_code, response.json()["code"]) == (404, "not_found")
