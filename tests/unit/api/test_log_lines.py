"""Log lines: readable by people or by programs, with ids, without secrets, without paths of the machine."""

import json
import logging
import sys
from typing import Any

import pytest
from django.conf import settings

from bachata_buddy.environment import BASE_DIR
from common.api.request_id import RequestIdFilter, current_request_id
from common.log_lines import JsonLine, Line, current_task_id

SECRET = "swordfish-and-more"
PLACES = {"/srv/app": "app", "/srv/app/data/media": "media", "/tmp": "tmp"}
FORMAT = "%(levelname)s %(request_id)s %(task_id)s %(name)s %(message)s"


def record(message: str, *args: object, error: BaseException | None = None) -> logging.LogRecord:
    told = (type(error), error, error.__traceback__) if error else None
    made = logging.LogRecord("here", logging.WARNING, "/srv/app/x.py", 1, message, args, told)
    RequestIdFilter().filter(made)
    return made


def line(made: logging.LogRecord) -> str:
    return Line(FORMAT, secrets=[SECRET, "", "ab"], places=PLACES).format(made)


def as_json(made: logging.LogRecord) -> dict[str, Any]:
    told = JsonLine(secrets=[SECRET, "", "ab"], places=PLACES).format(made)
    assert "\n" not in told
    return dict(json.loads(told))


def test_json_lines_carry_the_ids_of_request_and_task() -> None:
    request, task = current_request_id.set("r" * 8), current_task_id.set("t" * 8)
    try:
        told = as_json(record("hello %s", "Ana"))
    finally:
        current_request_id.reset(request)
        current_task_id.reset(task)

    assert told["message"] == "hello Ana"
    assert (told["request_id"], told["task_id"]) == ("r" * 8, "t" * 8)
    assert told["level"] == "WARNING"
    assert told["time"].endswith("+00:00")


def test_outside_of_both_there_is_a_dash() -> None:
    assert line(record("hello")) == "WARNING - - here hello"


@pytest.mark.parametrize(
    ("message", "written"),
    [
        (f"password is {SECRET}!", "password is [secret]!"),
        ("opened /srv/app/data/media/songs/1.m4a", "opened [media]/songs/1.m4a"),
        ("read /srv/app/manage.py and /tmp/x", "read [app]/manage.py and [tmp]/x"),
        ("Authorization: Bearer eyJh.bGci.Oi", "Authorization: Bearer [secret]"),
        ("GET /media/a.mp4?expires=1&signature=abc-_1 ok", "GET /media/a.mp4?expires=1&signature=[secret] ok"),
        ("PUT https://s3/x?X-Amz-Signature=abc&y", "PUT https://s3/x?X-Amz-Signature=[secret]&y"),
        ("postgresql://ana:hunter22@db/x", "postgresql://ana:[secret]@db/x"),
        ("about the cab", "about the cab"),
    ],
)
def test_secrets_and_places_are_named_not_written(message: str, written: str) -> None:
    assert line(record(message)) == f"WARNING - - here {written}"
    assert as_json(record(message))["message"] == written


def test_neither_are_they_in_the_stack_of_an_error() -> None:
    try:
        raise ValueError(f"bad {SECRET} in /tmp/bb-x")
    except ValueError as error:
        made = record("failed", error=error)

    for told in (line(made), as_json(made)["error"]):
        assert "ValueError: bad [secret] in [tmp]/bb-x" in told
        assert SECRET not in told


def test_text_from_outside_makes_no_further_line() -> None:
    told = line(record("song %s", "x\nERROR - - root all is lost\r\n"))

    assert told.count("\n") == 0


@pytest.mark.parametrize("name", ["line", "json"])
def test_our_own_formatters_know_our_secrets_and_places(name: str) -> None:
    told = dict(settings.LOGGING["formatters"][name])
    formatter = (Line if name == "line" else JsonLine)(**{key: told[key] for key in told if key != "()"})

    written = formatter.format(record("%s %s %s/x.py", settings.SECRET_KEY, BASE_DIR / "y", sys.prefix))

    assert settings.SECRET_KEY not in written
    assert str(BASE_DIR) not in written
    assert "[secret] [app]/y" in written
