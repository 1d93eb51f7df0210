"""The sound of a video comes from its origin within limits, and from nowhere else."""

import time
from pathlib import Path

import pytest

from common.errors import CancelledError
from tests.integration.url_import.conftest import VIDEO_ID, Origin
from video_processing.media.limits import MIB
from video_processing.url_import.fetching import VideoRefusedError, VideoUnavailableError, fetch_sound


def fetch(origin: Origin, directory: Path, reach: str = "local", timeout_s: float = 60.0) -> Path:
    return fetch_sound(VIDEO_ID, directory, program=origin.program(reach), timeout_s=timeout_s).path


def test_the_sound_arrives_as_it_is_with_its_names(origin: Origin, tmp_path: Path) -> None:
    origin.sound = bytes(range(256)) * 4000

    sound = fetch_sound(VIDEO_ID, tmp_path, program=origin.program())

    assert sound.path.read_bytes() == origin.sound
    assert (sound.title, sound.artist) == ("Luna de Enero", "La Banda, Otra")
    assert origin.calls == [f"/watch?v={VIDEO_ID}", "/sound"]
    assert [path.name for path in tmp_path.iterdir()] == ["sound"]


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"live_status": "is_live", "is_live": True}, "live stream"),
        ({"live_status": "is_upcoming"}, "live stream"),
        ({"duration": 661}, "20 seconds to 10 minutes"),
        ({"duration": 12}, "20 seconds to 10 minutes"),
        ({"id": "another-one"}, "one video"),
        ({"_type": "playlist", "entries": []}, "one video"),
    ],
    ids=["live", "upcoming", "11 minutes", "12 seconds", "another video", "playlist"],
)
def test_what_is_no_song_is_never_downloaded(
    told: dict[str, object], sentence: str, origin: Origin, tmp_path: Path
) -> None:
    origin.tells(**told)

    with pytest.raises(VideoRefusedError, match=sentence):
        fetch(origin, tmp_path)

    assert "/sound" not in origin.calls


@pytest.mark.parametrize("says_length", [True, False])
def test_a_sound_of_51_mib_is_refused(says_length: bool, origin: Origin, tmp_path: Path) -> None:
    origin.sound, origin.says_length = bytes(51 * MIB), says_length

    with pytest.raises((VideoRefusedError, VideoUnavailableError)):
        fetch(origin, tmp_path)

    assert not (tmp_path / "sound").exists() or (tmp_path / "sound").stat().st_size <= 51 * MIB


def test_an_address_that_leads_on_is_not_followed(origin: Origin, canary: Origin, tmp_path: Path) -> None:
    canary.tells()
    for leading_on in (
        {"_type": "url", "url": f"http://127.0.0.1:{canary.port}/watch?v={VIDEO_ID}"},
        {"_type": "url_transparent", "url": f"http://127.0.0.1:{canary.port}/watch?v={VIDEO_ID}"},
        {"_type": "playlist", "entries": [{"_type": "url", "url": f"http://127.0.0.1:{canary.port}/"}]},
    ):
        origin.tells(**leading_on)
        with pytest.raises(VideoRefusedError):
            fetch(origin, tmp_path)

    assert canary.calls == []


def test_a_redirect_to_another_machine_is_not_followed(origin: Origin, canary: Origin, tmp_path: Path) -> None:
    origin.redirect = f"http://127.0.0.1:{canary.port}/secret"

    with pytest.raises(VideoUnavailableError, match="could not be fetched"):
        fetch(origin, tmp_path)

    assert canary.calls == []


def test_a_sound_on_another_machine_is_not_fetched(origin: Origin, canary: Origin, tmp_path: Path) -> None:
    form = origin.info["formats"][0]
    for url in (f"http://127.0.0.1:{canary.port}/", f"http://localhost:{canary.port}/", "file:///etc/passwd"):
        origin.tells(formats=[form | {"url": url}])
        with pytest.raises(VideoUnavailableError):
            fetch(origin, tmp_path)

    assert canary.calls == []


def test_what_youtube_may_call_is_not_this_machine(origin: Origin, tmp_path: Path) -> None:
    with pytest.raises(VideoUnavailableError):
        fetch(origin, tmp_path, reach="public")

    assert origin.calls == []


def test_an_origin_that_drips_is_cut_off(origin: Origin, tmp_path: Path) -> None:
    origin.sound, origin.drip_s = bytes(4 * MIB), 2.0
    started = time.monotonic()

    with pytest.raises(VideoUnavailableError):
        fetch(origin, tmp_path, timeout_s=8.0)

    assert time.monotonic() - started < 10.0


def test_a_fetch_can_be_cancelled(origin: Origin, tmp_path: Path) -> None:
    origin.sound, origin.drip_s = bytes(4 * MIB), 2.0

    with pytest.raises(CancelledError):
        fetch_sound(VIDEO_ID, tmp_path, program=origin.program(), cancelled=lambda: len(origin.calls) >= 2)


def test_no_stream_of_pieces_and_no_other_program(origin: Origin, tmp_path: Path) -> None:
    form = origin.info["formats"][0]
    origin.tells(formats=[form | {"protocol": "m3u8_native", "url": f"http://127.0.0.1:{origin.port}/list.m3u8"}])

    with pytest.raises(VideoUnavailableError):
        fetch(origin, tmp_path)

    assert origin.calls == [f"/watch?v={VIDEO_ID}"]
