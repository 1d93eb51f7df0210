from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings


@pytest.fixture
def built(settings: Settings, tmp_path: Path) -> None:
    settings.FRONTEND_DIST = tmp_path
    (tmp_path / "index.html").write_text("<!doctype html><title>Bachata Buddy</title>")


@pytest.mark.parametrize("address", ["/", "/login", "/tasks/4f0c", "/apiary", "/mediators", "/a/b/c.html"])
def test_every_address_of_a_person_leads_to_the_web_app(built: None, address: str) -> None:
    response = Client().get(address)

    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("text/html")
    assert "<title>Bachata Buddy</title>" in response.content.decode()
    assert response.headers["Cache-Control"] == "no-cache"


def test_before_it_is_built_the_page_says_what_to_do(settings: Settings, tmp_path: Path) -> None:
    settings.FRONTEND_DIST = tmp_path / "missing"

    response = Client().get("/")

    assert response.status_code == 503
    assert "./scripts/setup" in response.content.decode()


@pytest.mark.parametrize(("address", "untraced"), [("/share/x", True), ("/class/x", True), ("/saved", False)])
def test_pages_that_a_link_opens_leave_no_trace(built: None, address: str, untraced: bool) -> None:
    response = Client().get(address)

    assert (response.headers["Referrer-Policy"] == "no-referrer") is untraced
    assert (response.headers.get("X-Robots-Tag") == "noindex, nofollow") is untraced


def test_the_web_app_is_only_read(built: None) -> None:
    assert Client().post("/").status_code == 405


def test_the_service_worker_comes_from_the_root_and_is_never_cached(settings: Settings, tmp_path: Path) -> None:
    settings.FRONTEND_DIST = tmp_path
    (tmp_path / "service-worker.js").write_text("self;")

    answer = Client().get("/service-worker.js")

    assert (answer.status_code, answer["Content-Type"], answer["Cache-Control"]) == (200, "text/javascript", "no-cache")
    assert answer.content == b"self;"
