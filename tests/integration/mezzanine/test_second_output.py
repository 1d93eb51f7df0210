"""The pictures that come besides a mezzanine, from one decoding, are those that a decoding of their own gives."""

import io
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from video_processing.media.content_crop import find_content
from video_processing.media.ffmpeg import EncodingError, run_ffmpeg
from video_processing.media.frames import Crop, read_frames
from video_processing.media.probe import probe_clip
from video_processing.media.second_output import PicturesLostError, pictures_besides, read_pictures
from video_processing.mezzanine import making as mezzanine_making
from video_processing.mezzanine.making import make_mezzanine

N_FRAMES = 75
SIZE_PX = (160, 96)
EVEN_S = {hz: [index * float(1 / hz) for index in range(N_FRAMES)] for hz in (30, Fraction(60_000, 1001), 24)}
UNEVEN_S = np.cumsum(np.random.default_rng(3).uniform(0.005, 0.08, N_FRAMES)).tolist()


def besides(source: Path, *, rate_hz: float = 15.0, content: Crop | None = None, make=None):
    """Return the pictures that come besides a mezzanine, ready to be read."""
    info = probe_clip(source)
    displayed_px = info.width_px, info.height_px

    def make_whole(pictures):
        return make_mezzanine(source, source.parent / "out.mp4", beat_times_s=[0.5], content=content, pictures=pictures)

    return pictures_besides(
        make or make_whole, source, rate_hz, displayed_px, content or Crop(0, 0, *displayed_px), SIZE_PX
    )


@pytest.mark.parametrize("rate_hz", [10.0, 15.0, 30.0])
@pytest.mark.parametrize("times_s", [*EVEN_S.values(), UNEVEN_S], ids=["30", "59.94", "24", "uneven"])
def test_they_are_the_pictures_of_the_same_times(flash_clip, times_s, rate_hz):
    source = flash_clip(times_s, [index % 7 == 3 for index in range(N_FRAMES)])

    with besides(source, rate_hz=rate_hz) as (frames, making):
        came = list(frames)
        assert len(making.result().keyframe_times_s) == 2

    expected = list(read_frames(source, rate_hz, size_px=SIZE_PX))
    assert [frame.time_s for frame in came] == pytest.approx([frame.time_s for frame in expected], abs=1e-6)
    np.testing.assert_array_equal([frame.rgb for frame in came], [frame.rgb for frame in expected])


@pytest.mark.parametrize(
    "filmed",
    [
        {"rotation_deg": 90},
        {"rotation_deg": 180},
        {"aspect": Fraction(4, 3)},
        {"content": Crop(80, 0, 160, 180)},
        {"content": Crop(80, 0, 160, 180), "aspect": Fraction(4, 3)},
    ],
    ids=str,
)
def test_they_are_upright_and_square_and_without_bars(flash_clip, filmed):
    content = filmed.pop("content", None)
    source = flash_clip(EVEN_S[30], [False] * N_FRAMES, left_third_white=True, **filmed)

    with besides(source, content=content) as (frames, _):
        came = [frame.rgb.astype(float) for frame in frames]

    expected = list(read_frames(source, 15.0, size_px=SIZE_PX, crop=content))
    assert len(came) == len(expected)
    away = [np.abs(one - other.rgb).mean() for one, other in zip(came, expected, strict=True)]
    assert max(away) < 4  # of 255: a crop before the scaling may begin within a pixel


@pytest.mark.parametrize("mirrored", [["-display_hflip"], ["-display_vflip"]], ids=str)
@pytest.mark.parametrize("rotation_deg", [0, 90, 180, 270])
def test_mirrored_ones_are_shown_as_a_player_shows_them_and_cut_on_the_right_side(
    flash_clip, tmp_path, rotation_deg, mirrored
):
    stored = flash_clip(EVEN_S[30], [False] * N_FRAMES, left_third_white=True)
    source = tmp_path / "mirrored.mp4"
    turn = ["-display_rotation", str(rotation_deg), *mirrored]
    run_ffmpeg([*turn, "-i", f"file:{stored}", "-c", "copy", f"file:{source}"], timeout_s=60)
    info = probe_clip(source)

    with besides(source) as (frames, _):
        came = [frame.rgb.astype(float) for frame in frames]
    content = find_content(source, (info.width_px, info.height_px))

    expected = list(read_frames(source, 15.0, size_px=SIZE_PX))
    assert max(np.abs(one - other.rgb).mean() for one, other in zip(came, expected, strict=True)) < 1
    with besides(source, content=content) as (frames, _):
        assert max(frame.rgb.mean() for frame in frames) < 40


def test_a_clip_that_is_copied_gives_none(flash_clip):
    source = flash_clip(EVEN_S[30], [False] * N_FRAMES)
    mezzanine = source.parent / "mezzanine.mp4"
    make_mezzanine(source, mezzanine, beat_times_s=[0.5])

    with besides(mezzanine) as (frames, making):
        with pytest.raises(PicturesLostError):
            next(frames)
        assert making.result().bytes > 0


@pytest.fixture
def resized(tmp_path):
    """A clip whose pictures change their size, each time in the middle of a slot of 1/15 s."""
    parts = []
    for size, n_frames in (("320x180", 31), ("640x360", 10), ("320x180", 10), ("640x360", 10)):
        source = ["-f", "lavfi", "-i", f"testsrc2=size={size}:rate=30", "-frames:v", str(n_frames)]
        run_ffmpeg([*source, "-c:v", "libx264", "-preset", "ultrafast", str(tmp_path / "part.h264")], timeout_s=60)
        parts.append((tmp_path / "part.h264").read_bytes())
    (tmp_path / "joined.h264").write_bytes(b"".join(parts))
    run_ffmpeg(["-r", "30", "-i", str(tmp_path / "joined.h264"), "-c", "copy", str(tmp_path / "r.mp4")], timeout_s=60)
    return tmp_path / "r.mp4"


def test_where_more_come_than_promised_the_mezzanine_is_still_made_at_once(resized, monkeypatch):
    monkeypatch.setattr(mezzanine_making, "READING_TIMEOUT_S", 20.0)

    with besides(resized) as (frames, making):
        with pytest.raises(PicturesLostError):
            list(frames)
        assert making.result().fps == pytest.approx(30)


def test_what_is_made_fails_when_nobody_reads_on_and_nothing_hangs(flash_clip):
    source = flash_clip([index / 30 for index in range(150)], [False] * 150, size_px=(640, 360))

    with pytest.raises(KeyError), besides(source, rate_hz=30.0) as (frames, making):
        next(frames)
        raise KeyError

    assert isinstance(making.exception(), EncodingError)
    assert not (source.parent / "out.mp4").exists()


def test_who_makes_tells_why_there_are_none(flash_clip):
    def fail(_):
        raise EncodingError("no")

    with besides(flash_clip(EVEN_S[30], [False] * N_FRAMES), make=fail) as (frames, making):
        with pytest.raises(PicturesLostError):
            next(frames)
        with pytest.raises(EncodingError):
            making.result()


@pytest.mark.parametrize("n_pictures", [1, 3])
def test_pictures_must_be_as_many_as_their_times(n_pictures):
    with pytest.raises(PicturesLostError):
        list(read_pictures(io.BytesIO(bytes(n_pictures * 4 * 2 * 3)), (4, 2), np.array([0.0, 0.1])))
