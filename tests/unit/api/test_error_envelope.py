from collections.abc import Callable
from typing import NoReturn

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.http import Http404
from pytest import LogCaptureFixture
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.test import APIRequestFactory
from rest_framework.views import APIView

from common import errors
from common.errors import (
    BuddyError,
    CancelledError,
    ConflictError,
    ContradictionError,
    InputError,
    InternalError,
    NotAllowedError,
    NotFoundError,
    TooLargeError,
    TooManyError,
    UnavailableError,
)

CASES: dict[str, tuple[Exception, int, str]] = {
    "input": (InputError("This song is silent."), 400, "invalid_input"),
    "not found": (NotFoundError(), 404, "not_found"),
    "conflict": (ConflictError("It is finished."), 409, "conflict"),
    "not yours": (NotAllowedError("It is everybody's."), 403, "permission_denied"),
    "too large": (TooLargeError("The limit is 50 MiB."), 413, "too_large"),
    "too many": (TooManyError("Wait a little."), 429, "too_many"),
    "contradiction": (ContradictionError("You said otherwise before."), 422, "contradiction"),
    "cancelled": (CancelledError("Stopped as asked."), 409, "cancelled"),
    "unavailable": (UnavailableError("Try again."), 503, "unavailable"),
    "internal": (InternalError("We failed."), 500, "internal_error"),
    "Django's 404": (Http404("no Song matches /srv/secret"), 404, "not_found"),
    "Django's 403": (PermissionDenied("row 17 of table x"), 403, "permission_denied"),
    "a form of a thousand parts": (SuspiciousOperation("1001 of /srv/secret"), 400, "parse_error"),
    "no credentials": (exceptions.NotAuthenticated(), 403, "not_authenticated"),
    "wrong method": (exceptions.MethodNotAllowed("PUT"), 405, "method_not_allowed"),
    "throttled": (exceptions.Throttled(wait=12.3), 429, "throttled"),
    "bad JSON": (exceptions.ParseError("The request is not valid JSON."), 400, "parse_error"),
    "database away": (OperationalError("could not connect to server at 10.0.0.7"), 503, "unavailable"),
    "a bug": (KeyError("SELECT * FROM users WHERE password"), 500, "internal_error"),
}


def answer_to(error: Exception) -> Response:
    class Failing(APIView):
        authentication_classes = ()
        permission_classes = ()

        def get(self, request: object) -> NoReturn:
            raise error

    view: Callable[..., Response] = Failing.as_view()
    return view(APIRequestFactory().get("/"))


@pytest.mark.parametrize("name", CASES)
def test_every_kind_of_error_becomes_the_same_envelope(name: str) -> None:
    error, status, code = CASES[name]

    response = answer_to(error)

    assert response.status_code == status
    assert set(response.data) == {"code", "detail", "request_id"}
    assert response.data["code"] == code
    assert response.data["detail"].endswith(".")


@pytest.mark.parametrize("name", ["Django's 404", "Django's 403", "database away", "a bug"])
def test_nothing_of_our_inside_is_told(name: str) -> None:
    error, _, _ = CASES[name]

    assert str(error).strip("'") not in str(answer_to(error).data)


def test_a_bug_leaves_its_stack_in_the_log(caplog: LogCaptureFixture) -> None:
    answer_to(KeyError("missing"))

    assert "KeyError: 'missing'" in caplog.text


def test_each_field_gets_its_own_sentences() -> None:
    error = exceptions.ValidationError(
        {"song_id": ["This is not an id."], "wishes": [{}, {"energy": ["Unknown."]}], "non_field_errors": ["Too much."]}
    )

    data = answer_to(error).data

    assert data["code"] == "validation_error"
    assert data["errors"] == {
        "song_id": ["This is not an id."],
        "wishes[1].energy": ["Unknown."],
        "request": ["Too much."],
    }
    assert data["detail"] == "This is not an id."


def test_who_is_throttled_is_told_how_long() -> None:
    assert int(answer_to(exceptions.Throttled(wait=12.3))["Retry-After"]) >= 12.3


@pytest.mark.parametrize("name", ["too many", "unavailable"])
def test_what_may_go_later_says_when_to_ask_again(name: str) -> None:
    assert int(answer_to(CASES[name][0])["Retry-After"]) > 0


def test_no_family_is_without_a_case() -> None:
    families = {family for family in vars(errors).values() if isinstance(family, type)} - {BuddyError}

    assert {type(error) for error, _, _ in CASES.values() if isinstance(error, BuddyError)} == families
