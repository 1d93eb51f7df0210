"""P25: what a user types never reaches the machine that fetches; only a video's id does."""

import functools
import json
import sys
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from choreography.models import Song
from choreography.songs import url_importing
from choreography.songs.receiving import UrlImportOffError
from choreography.songs.url_importing import import_song_from_url
from common import storage
from common.errors import InputError
from tests.integration.songs.conftest import Write, loop, write_song  # noqa: F401 - fixtures
from tests.integration.url_import.conftest import VIDEO_ID, Origin
from users.models import User
from video_processing.url_import.addresses import SongUrlError
from video_processing.url_import.fetching import fetch_sound

pytestmark = pytest.mark.django_db
ADDRESS = f"https://youtu.be/{VIDEO_ID}"
HOSTILE = [
    "https://youtube.com@127.0.0.1:{port}/",
    "https://youtube.com@127.0.0.1:{port}/watch?v=" + VIDEO_ID,
    "http://127.0.0.1:{port}/watch?v=" + VIDEO_ID,
    "http://127.1:{port}/watch?v=" + VIDEO_ID,
    "http://[::ffff:127.0.0.1]:{port}/watch?v=" + VIDEO_ID,
    "http://localhost:{port}/",
    "http://0x7f000001:{port}/",
    "http://2130706433:{port}/",
    "http://169.254.169.254/latest/meta-data/",
    "http://10.0.0.1/",
    "http://192.168.0.1/",
    "file:///etc/passwd",
    "ytsearch5:http://127.0.0.1:{port}/",
    "--exec=curl http://127.0.0.1:{port}/",
    "https://www.youtube.com/redirect?q=http://127.0.0.1:{port}/",
    "https://www.youtube.com/playlist?list=PL1234567890",
    "https://youtube.com\\@127.0.0.1:{port}/watch?v=" + VIDEO_ID,
    "https://www.youtube.com:{port}/watch?v=" + VIDEO_ID,
]


@pytest.fixture(autouse=True)
def switched_on(settings: Settings) -> None:
    settings.SONG_URL_IMPORT = True


@pytest.fixture
def recorded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file in which a program that is started instead of the fetching one notes its arguments."""
    record = tmp_path / "arguments.json"
    note = f"import json, sys; open({str(record)!r}, 'w').write(json.dumps(sys.argv[1:]))"
    program = (sys.executable, "-c", note)
    monkeypatch.setattr(url_importing, "fetch_sound", functools.partial(fetch_sound, program=program))
    return record


@pytest.mark.parametrize("address", HOSTILE)
def test_a_hostile_address_starts_nothing_and_calls_nobody(address: str, canary: Origin, recorded: Path) -> None:
    with pytest.raises(SongUrlError, match="not the address of one video"):
        import_song_from_url(address.format(port=canary.port))

    assert canary.calls == []
    assert not recorded.exists()


def test_nothing_of_the_address_but_the_id_goes_on(recorded: Path) -> None:
    with pytest.raises(Exception, match="could not be fetched"):
        import_song_from_url(f"https://m.youtube.com/watch?v={VIDEO_ID}&list=PLsecret&t=9#--exec=id")

    video_id, directory = json.loads(recorded.read_text())
    assert video_id == VIDEO_ID
    assert not Path(directory).exists()


def test_a_fetched_song_is_a_song_as_any_other(
    origin: Origin,
    write_song: Write,  # noqa: F811
    owner: User,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    origin.sound = write_song("sound.flac", "flac").read_bytes()
    origin.tells(track="Luna\u202e de\x00 Enero")
    monkeypatch.setattr(url_importing, "fetch_sound", functools.partial(fetch_sound, program=origin.program()))

    song = import_song_from_url(ADDRESS, owner)
    again = import_song_from_url(f"https://www.youtube.com/shorts/{VIDEO_ID}", owner)

    assert (song.title, song.artist, song.owner) == ("Luna de Enero", "La Banda, Otra", owner)
    assert song.tempo_bpm == pytest.approx(120, abs=0.5)
    assert storage.exists(song.audio_key)
    assert song.source_key.endswith("/source.flac")
    assert again.id == song.id


def test_what_the_origin_serves_is_judged_by_its_content(origin: Origin, monkeypatch: pytest.MonkeyPatch) -> None:
    origin.sound = b"#EXTM3U\n#EXTINF:10,\n/etc/passwd\n"
    monkeypatch.setattr(url_importing, "fetch_sound", functools.partial(fetch_sound, program=origin.program()))

    with pytest.raises(InputError, match="not a sound or video file"):
        import_song_from_url(ADDRESS)

    assert Song.objects.count() == 0


def test_switched_off_not_even_a_good_address_starts_anything(settings: Settings, recorded: Path) -> None:
    settings.SONG_URL_IMPORT = False

    with pytest.raises(UrlImportOffError, match="Upload the file"):
        import_song_from_url(ADDRESS)

    assert not recorded.exists()
