"""Three made clips and the library they become; sentences are embedded by a stand-in for the sentence model."""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from django.db import connection, models
from django.test import override_settings
from pytest_django import DjangoDbBlocker
from pytest_django.fixtures import Settings

from choreography.library.importing.run import import_library
from choreography.models import MAIN_LIBRARY, LibraryState, Move, MoveEmbedding, SentenceVector
from choreography.search import sentences
from tests.factories import local_storages
from tests.integration.library.made_clips import Dance, annotation, write_annotations, write_clip, write_couple

ROWS = [
    annotation("basic/basic_arms.mp4", name="Basic arms", difficulty="high", filming_day="tuesday"),
    annotation("basic/basic_step.mp4", name="Basic step", style="romantic", filming_day="monday"),
    annotation("spin/left_spin.mp4", name="Left spin", move_label="spin", energy_level="high", filming_day="monday"),
]
DANCES = [Dance(follow_sway=0.7, arm=0.6), Dance(), Dance(lead_sway=0.4, follow_sway=1.1, arm=0.2, beats=4.0)]
Import = Callable[..., dict[str, Any]]


def quick_vectors(texts: list[str]) -> np.ndarray:
    """Return noise for each sentence: the same sentence always gives the same vector."""
    seeds = [int(hashlib.sha256(text.encode()).hexdigest()[:8], 16) for text in texts]
    vectors = np.array([np.random.default_rng(seed).normal(size=384) for seed in seeds]).reshape(-1, 384)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))


@pytest.fixture(autouse=True, scope="session")
def quick_words() -> Iterator[None]:
    """Do without the sentence model, which takes seconds to load."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sentences, "embed_texts", quick_vectors)
        yield


@pytest.fixture(scope="session")
def made_clips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of three clips with sidecars."""
    folder = tmp_path_factory.mktemp("made-clips")
    for row, dance in zip(ROWS, DANCES, strict=True):
        write_couple(write_clip(folder / row["video_path"]), dance)
    write_annotations(folder, ROWS)
    return folder


@pytest.fixture
def clips(made_clips: Path, tmp_path: Path) -> Path:
    """The same, for a test to change."""
    return Path(shutil.copytree(made_clips, tmp_path / "clips"))


def import_here(folder: Path, **options: Any) -> dict[str, Any]:
    """Import a folder into the main library in this process, and return the report."""
    return import_library(folder, folder / "annotations.json", workers=1, progress=lambda *_: None, **options)


@pytest.fixture
def bring(db: None) -> Import:
    return import_here


@dataclass
class Imported:
    """A library that was imported once, for every test to begin with."""

    media: Path
    rows: list[models.Model]

    def put_back(self, media: Path) -> None:
        """Write rows and files where a test finds them."""
        shutil.copytree(self.media, media, dirs_exist_ok=True)
        for row in self.rows:
            row.save_base(raw=True, force_insert=True)


@pytest.fixture(scope="session")
def imported(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    made_clips: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Imported:
    """Import the made clips once and take their rows aside."""
    media = tmp_path_factory.mktemp("imported") / "media"
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=media, STORAGES=local_storages(media)):
        assert str(connection.settings_dict["NAME"]).startswith("test_")
        report = import_here(made_clips)
        assert report["summary"]["imported"] == 3, report["failed_clips"]
        kept: list[models.Model] = [*Move.objects.all(), *MoveEmbedding.objects.all(), *LibraryState.objects.all()]
        for model in (SentenceVector, LibraryState, MoveEmbedding, Move):
            model.objects.all()._raw_delete("default")  # the files stay: rows that are deleted take theirs with them
    return Imported(media, kept)


@pytest.fixture
def library(db: None, imported: Imported, settings: Settings) -> list[Move]:
    """The three moves of the made clips, ordered by path."""
    imported.put_back(Path(settings.MEDIA_ROOT))
    return moves()


def moves() -> list[Move]:
    """Return the moves of the main library as the database has them."""
    return list(Move.objects.filter(library=MAIN_LIBRARY).select_related("embedding").order_by("library_path"))
