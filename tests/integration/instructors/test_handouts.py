"""A class plan on paper: the page to print and the PDF."""

import re
import time
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.core import signing
from rest_framework.test import APIClient

from instructors.models import ClassPlan
from tests.factories import client_of, make_plan
from users.models import User

pytestmark = pytest.mark.django_db


def handouts(client: APIClient, address: str) -> tuple[str, str]:
    told = client.get(address).data
    return told["print_url"], told["pdf_url"]


def page(url: str, **query: str) -> Any:
    return client_of(None).get(url, query)


def test_the_page_says_all_there_is_to_teach(as_instructor: APIClient, address: str, dance: dict[str, Any]) -> None:
    response = page(handouts(as_instructor, address)[0])

    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    text = response.content.decode()
    for told in ("Tuesday", "Turns", "Hips", "Breathe", "Luna de Enero", "phrases 2–3", "Lady turn &amp; spin",
                 "mind the knees", "20 of 60 min planned"):  # fmt: skip
        assert told in text
    assert text.count('class="phrase"') == 2
    assert text.count('class="one"') == text.count('class="five"') == 2


def test_the_page_keeps_a_strict_policy(as_instructor: APIClient, address: str) -> None:
    response = page(handouts(as_instructor, address)[0])
    text = response.content.decode()

    assert "style-src 'self';" in response.headers["Content-Security-Policy"]
    assert " style=" not in text and "<style" not in text and not re.search(r"<script[^>]*>[^<]", text)
    for name in re.findall(r"/static/(instructors/[\w.]+)", text):
        assert finders.find(name), name
    assert "instructors/print.css" in text


def test_words_are_words_on_the_page(as_instructor: APIClient, instructor: User) -> None:
    plan = make_plan(instructor, "<img src=x>", title="<script>alert(1)</script>", warm_up="</p><b>")

    text = page(handouts(as_instructor, f"/api/class-plans/{plan.id}/")[0]).content.decode()

    assert "<script>alert" not in text and "<img" not in text and "<b>" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


@pytest.mark.parametrize(
    ("language", "heading", "level"),
    [("es", "Calentamiento", "Principiante"), ("en", "Warm-up", "Beginner"), ("xx", "Warm-up", "Beginner")],
)
def test_the_page_speaks_both_languages(
    as_instructor: APIClient, address: str, language: str, heading: str, level: str
) -> None:
    as_instructor.patch(address, {"date": "2026-12-01"})

    text = page(handouts(as_instructor, address)[0], language=language).content.decode()

    assert heading in text and level in text
    assert ("1 de diciembre de 2026" if language == "es" else "1 December 2026") in text


def test_the_pdf_is_one_page_with_a_name(as_instructor: APIClient, instructor: User, dance: dict[str, Any]) -> None:
    plan = make_plan(instructor, *(f"Part {n}" for n in range(12)), title="Mañana ñandú", warm_up="¿Año? “Sí” —")

    response = page(handouts(as_instructor, f"/api/class-plans/{plan.id}/")[1], language="es")

    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/pdf"
    assert 'filename="manana-nandu.pdf"' in response.headers["Content-Disposition"]
    assert response.content.startswith(b"%PDF-")
    assert pages(response.content) == 1


def test_a_long_class_goes_on_overleaf(as_instructor: APIClient, instructor: User) -> None:
    plan = make_plan(instructor, *(f"Part {n}" for n in range(100)), notes="x" * 4000)

    assert pages(page(handouts(as_instructor, f"/api/class-plans/{plan.id}/")[1]).content) > 1


@pytest.mark.parametrize("text", ["日本 🕺", "עברית", "a\tb\x07c", "x" * 120, "**__--", "\u200d"])
def test_any_words_can_be_put_on_paper(as_instructor: APIClient, plan: ClassPlan, address: str, text: str) -> None:
    ClassPlan.objects.update(title=text, warm_up=text, notes=text * 10)
    as_instructor.post(f"{address}items/", {"kind": "activity", "title": "x", "notes": text})

    for url in handouts(as_instructor, address):
        assert page(url).status_code == 200


def test_an_empty_plan_can_be_printed(as_instructor: APIClient, instructor: User) -> None:
    plan = make_plan(instructor)

    for url in handouts(as_instructor, f"/api/class-plans/{plan.id}/"):
        assert page(url).status_code == 200


class TestAddresses:
    @pytest.mark.parametrize("kind", ["print", "pdf"])
    def test_a_made_up_address_shows_nothing(self, plan: ClassPlan, kind: str) -> None:
        for signed in (plan.id.hex, str(plan.id), f"{plan.id.hex}:1:x", "x" * 5000, "%00"):
            assert page(f"/api/class-plans/{kind}/{signed}/").status_code == 404

    @pytest.mark.parametrize("kind", [0, 1])
    def test_an_address_is_good_for_an_hour(
        self, as_instructor: APIClient, address: str, kind: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        url = handouts(as_instructor, address)[kind]
        now = time.time()

        monkeypatch.setattr("django.core.signing.time.time", lambda: now + 3500)
        assert page(url).status_code == 200
        monkeypatch.setattr("django.core.signing.time.time", lambda: now + 3700)
        assert page(url).status_code == 404

    def test_a_signature_for_something_else_shows_nothing(self, plan: ClassPlan) -> None:
        signed = signing.TimestampSigner(salt="another").sign(plan.id.hex)

        assert page(f"/api/class-plans/print/{signed}/").status_code == 404

    def test_the_handout_of_a_removed_plan_is_gone(self, as_instructor: APIClient, address: str) -> None:
        url = handouts(as_instructor, address)[0]
        as_instructor.delete(address)

        assert page(url).status_code == 404

    def test_a_handout_leaves_no_trace(self, as_instructor: APIClient, address: str) -> None:
        for url in handouts(as_instructor, address):
            assert page(url).headers["Cache-Control"] == "private, no-store"


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", pdf))
