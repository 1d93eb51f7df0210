"""Two pages open: what one of them removes the other one no longer finds, also where both ask at the same moment."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connections, models, transaction

from choreography.songs import changing
from common.errors import NotFoundError
from instructors import services as teaching
from instructors.models import ItemKind
from tests.factories import make_finished_task, make_plan, make_saved, make_song
from tests.unit.planning.conftest import made_song
from tests.waiting import wait_until_somebody_waits
from user_collections import services as keeping
from users.models import User
from video_processing.music.serialization import analysis_to_dict

pytestmark = pytest.mark.django_db(transaction=True)


def failure_while_it_is_removed(row: models.Model, work: Callable[[], Any]) -> BaseException | None:
    """Remove a row while `work` waits for it; return what that raised."""
    failures: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - told to the test's own thread
            failures.append(error)
        finally:
            connections.close_all()

    other = threading.Thread(target=run)
    with transaction.atomic():
        row.delete()
        other.start()
        wait_until_somebody_waits(failures)
    other.join()
    return failures[0] if failures else None


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (keeping.change, {"title": "Friday"}),
        (keeping.share, {"days": 7}),
        (keeping.add_loop, {"name": "Turn", "start_beat": 0, "end_beat": 8}),
    ],
)
def test_an_entry_of_a_collection(owner: User, change: Callable[..., Any], told: dict[str, Any]) -> None:
    saved = make_saved(owner, make_finished_task(owner))
    saved_id = saved.id

    failure = failure_while_it_is_removed(saved, lambda: change(user=owner, saved_id=saved_id, **told))

    assert isinstance(failure, NotFoundError)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (teaching.change, {"told": {"title": "Turns"}}),
        (teaching.add_item, {"kind": ItemKind.ACTIVITY, "title": "Hips"}),
    ],
)
def test_a_class_plan(instructor: User, change: Callable[..., Any], told: dict[str, Any]) -> None:
    plan = make_plan(instructor)
    plan_id = plan.id

    failure = failure_while_it_is_removed(plan, lambda: change(user=instructor, plan_id=plan_id, **told))

    assert isinstance(failure, NotFoundError)


@pytest.mark.parametrize(
    ("change", "told"),
    [(changing.rename_song, {"title": "Luna"}), (changing.correct_counts, {"asked": {"kind": "half_tempo"}})],
)
def test_a_song(owner: User, change: Callable[..., Any], told: dict[str, Any]) -> None:
    analysis = made_song((8,) * 4)
    song = make_song(owner, analysis=analysis_to_dict(analysis), duration_s=analysis.duration_s)
    song_id = song.id

    failure = failure_while_it_is_removed(song, lambda: change(user=owner, song_id=song_id, **told))

    assert isinstance(failure, NotFoundError)
