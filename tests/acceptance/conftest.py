"""The project as its user runs it: management commands in processes of their own, on a database of their own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from common.postgres.server import ensure_running
from video_processing.demo.couple.catalogue import DEMO_MOVES
from video_processing.demo.couple.library import make_demo_library
from video_processing.demo.songs.catalogue import easy_songs
from video_processing.demo.songs.files import SongFile, make_demo_songs

ROOT = Path(__file__).resolve().parents[2]
DATABASE = f"bb_acceptance_{os.getpid()}"
N_MOVES = 5
SONG = min(easy_songs(), key=lambda spec: abs(spec.tempo_bpm - 125))
REACH = 0.08
"""Moves filmed this near to the song's tempo can all follow it."""


@dataclass(frozen=True)
class Studio:
    """A machine with nothing but the project: run commands, look at what they leave."""

    folder: Path

    def run(self, *arguments: object, **settings: str) -> "subprocess.CompletedProcess[str]":
        """Run a management command to its end."""
        environment = {
            **os.environ,
            "DB_NAME": DATABASE,
            "MEDIA_ROOT": str(self.folder / "media"),
            "POSE_MODEL_PATH": "",
            **settings,
        }
        command = [sys.executable, "-W", "error", str(ROOT / "manage.py"), *map(str, arguments)]
        return subprocess.run(
            command, check=False, env=environment, cwd=self.folder, capture_output=True, text=True, timeout=300
        )

    def report(self) -> dict[str, object]:
        """Return the report of the last import."""
        report: dict[str, object] = json.loads((self.folder / "embedding_generation_report.json").read_text())
        return report


@pytest.fixture(scope="session")
def flashing_clips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few demo clips that flash white on each of their beats."""
    folder = tmp_path_factory.mktemp("clips")
    near = [move for move in DEMO_MOVES if abs(move.tempo_bpm / SONG.tempo_bpm - 1) < REACH]
    make_demo_library(folder, near[:: len(near) // N_MOVES][:N_MOVES], flash_on_beats=True)
    return folder


@pytest.fixture(scope="session")
def song(tmp_path_factory: pytest.TempPathFactory) -> SongFile:
    """A made song of known beats."""
    return make_demo_songs(tmp_path_factory.mktemp("songs"), [SONG])[0]


@pytest.fixture(scope="session")
def empty_studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """A migrated database and an empty library."""
    studio = Studio(tmp_path_factory.mktemp("studio"))
    assert studio.run("migrate").returncode == 0
    yield studio
    address = ensure_running(ROOT / "data" / "pg")
    with psycopg.connect(
        dbname="postgres", host=str(address.socket_dir), port=address.port, user=address.user, autocommit=True
    ) as connection:
        connection.execute(f'DROP DATABASE "{DATABASE}" WITH (FORCE)'.encode())


@pytest.fixture(scope="session")
def studio(empty_studio: Studio, flashing_clips: Path) -> Studio:
    """The studio with the flashing clips imported."""
    annotations = flashing_clips / "bachata_annotations.json"
    done = empty_studio.run(
        "generate_embeddings", "--video_dir", flashing_clips, "--annotations", annotations, "--workers", 1
    )
    assert done.returncode == 0, done.stderr
    return empty_studio
