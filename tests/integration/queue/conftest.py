from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from ai_services.vocabulary import Difficulty, SectionLabel
from choreography.models import ChoreographyTask
from choreography.songs.importing import import_song
from tests.factories import local_storages
from tests.integration.queue.house import STALLED_AFTER_S, House
from video_processing.demo.couple.catalogue import DEMO_MOVES
from video_processing.demo.couple.library import make_demo_library
from video_processing.demo.songs.catalogue import DEMO_SONGS
from video_processing.demo.songs.files import make_demo_songs
from video_processing.demo.songs.spec import SectionPlan

Lose = Callable[[ChoreographyTask], None]
SONG = replace(
    DEMO_SONGS[0], form=(SectionPlan(SectionLabel.VERSE, 4), SectionPlan(SectionLabel.CHORUS, 4)), slug="half-a-minute"
)
MOVES = [
    move
    for move in DEMO_MOVES
    if move.difficulty == Difficulty.BEGINNER and abs(move.tempo_bpm / SONG.tempo_bpm - 1) < 0.08
][:2]


@pytest.fixture(autouse=True)
def empty_queue(request: pytest.FixtureRequest) -> None:
    """Start without jobs: their tables are not Django's, so that it does not empty them between tests."""
    if "db" in request.fixturenames or "transactional_db" in request.fixturenames:
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")


@pytest.fixture
def lose_jobs(db: None) -> Lose:
    """Return a function that makes a task's jobs vanish, as if their worker had."""

    def lose(task: ChoreographyTask) -> None:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM procrastinate_jobs WHERE args->>'task_id' = %s", [str(task.id)])

    return lose


@pytest.fixture(scope="session")
def house(django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory) -> House:
    """Build the library and the song once; their rows are kept aside, since each test empties the tables."""
    folder = tmp_path_factory.mktemp("house")
    media = folder / "media"
    with django_db_blocker.unblock():
        assert str(connection.settings_dict["NAME"]).startswith("test_")
        with override_settings(MEDIA_ROOT=media, STORAGES=local_storages(media)):
            house = House(media, import_song(make_demo_songs(folder / "songs", [SONG])[0].sound_path))
        library = make_demo_library(folder / "clips", MOVES, workers=1)
        importing = house.manage(
            "generate_embeddings", "--video_dir", folder / "clips", "--annotations", library.annotations_path,
            "--report", folder / "report.json",
        )  # fmt: skip
        assert importing.wait(180) == 0
        house.take_rows_aside()
    return house


@pytest.fixture
def on_the_house(house: House, settings: Any, transactional_db: None) -> None:
    """Let the test see what its workers see."""
    settings.MEDIA_ROOT = house.media
    settings.STORAGES = local_storages(house.media)
    settings.WORKER_STALLED_AFTER_S = STALLED_AFTER_S
    house.put_rows_back()


def jobs_of(task: ChoreographyTask) -> list[tuple[str, str]]:
    """Return queue and status of each job of a task, oldest first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT queue_name, status::text FROM procrastinate_jobs WHERE args->>'task_id' = %s ORDER BY id",
            [str(task.id)],
        )
        return [(queue, status) for queue, status in cursor.fetchall()]
