"""What README and docs tell programs to do, against a server and a worker that run."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import av
import pytest
from pytest_django.live_server_helper import LiveServer

from bachata_buddy.environment import BASE_DIR
from tests.integration.queue.house import House

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
PASSWORD = "cinnamon-sugar-9"


@pytest.fixture(autouse=True)
def with_a_worker(house: House, on_the_house: None) -> object:
    with house.worker("planning,assembly") as worker:
        yield worker


def client(server: LiveServer, *arguments: object) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, str(BASE_DIR / "docs" / "client.py"), "--address", server.url, *map(str, arguments)],
        env=os.environ | {"BB_PASSWORD": PASSWORD},
        capture_output=True,
        text=True,
        timeout=150,
        check=False,
    )


def duration_s(video: Path) -> float:
    with av.open(str(video)) as container:
        return float(container.duration or 0) / 1_000_000


def test_the_example_client_registers_generates_and_downloads(
    house: House, live_server: LiveServer, tmp_path: Path
) -> None:
    video = tmp_path / "dance.mp4"
    wish = ("--difficulty", "beginner", "--energy", "medium", "--style", "romantic")

    ended = client(
        live_server, "--email", "new@example.com", "--register", "--song", house.song.title, *wish, "--output", video
    )

    assert ended.returncode == 0, ended.stderr
    assert str(video) in ended.stdout
    assert duration_s(video) == pytest.approx(house.song.duration_s, abs=8)


def test_the_example_client_sends_a_song_of_its_own(house: House, live_server: LiveServer, tmp_path: Path) -> None:
    video = tmp_path / "dance.mp4"
    song = house.media / house.song.source_key

    ended = client(
        live_server, "--email", "new@example.com", "--register", "--upload", song, "--difficulty", "beginner",
        "--output", video,
    )  # fmt: skip

    assert ended.returncode == 0, ended.stderr
    assert duration_s(video) > 10


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--email", "nobody@example.com", "--song", "x"), "error: "),
        (("--email", "new@example.com", "--register", "--song", "no such song"), "no such song"),
    ],
)
def test_the_example_client_says_what_went_wrong(
    live_server: LiveServer, arguments: tuple[str, ...], said: str
) -> None:
    ended = client(live_server, *arguments)

    assert ended.returncode == 1
    assert said in ended.stderr and "Traceback" not in ended.stderr


def test_the_readme_says_how_to_do_it_with_curl(house: House, live_server: LiveServer, tmp_path: Path) -> None:
    readme = (BASE_DIR / "README.md").read_text()
    script = readme.partition("```sh\napi=")[2].partition("\n```")[0]
    assert script
    script = f"api={script}".replace("http://127.0.0.1:8000", live_server.url)
    script = script.replace("SONG_ID", str(house.song.id)).replace('"intermediate"', '"beginner"')
    shutil.copyfile(house.media / house.song.source_key, tmp_path / "my-song.mp3")

    ended = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=150,
        check=False,
    )

    assert ended.returncode == 0, ended.stderr
    assert duration_s(tmp_path / "choreography.mp4") > 10
    assert json.loads((tmp_path / "task.json").read_text())["status"] == "completed"
