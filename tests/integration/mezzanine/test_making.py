from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from common.errors import CancelledError
from video_processing.media.container import UnreadableMediaError
from video_processing.media.content_crop import find_content
from video_processing.mezzanine.fingerprint import expected_fingerprint, fingerprint
from video_processing.mezzanine.keyframes import nearest_frames
from video_processing.mezzanine.making import make_mezzanine
from video_processing.mezzanine.packets import read_index
from video_processing.mezzanine.poster import make_poster

FlashClip = Callable[..., Path]
RATES = [Fraction(24_000, 1001), Fraction(24), Fraction(25), Fraction(30_000, 1001), Fraction(30), Fraction(50)]
RATES += [Fraction(60_000, 1001)]
BEATS_S = [0.11 + 0.47 * i for i in range(4)]


def brightness(path: Path) -> tuple[np.ndarray, np.ndarray]:
    with av.open(str(path)) as container:
        frames = [(frame.time, frame.to_ndarray(format="gray").mean()) for frame in container.decode(video=0)]
    return np.array([time for time, _ in frames]), np.array([level for _, level in frames])


@pytest.mark.parametrize("rate", RATES, ids=lambda rate: f"{float(rate):.3f}")
def test_every_frame_keeps_its_time_and_every_beat_is_a_keyframe(
    flash_clip: FlashClip, tmp_path: Path, rate: Fraction
) -> None:
    times = np.arange(int(2 * rate)) / float(rate)
    beat_frames = nearest_frames(times, BEATS_S)
    source = flash_clip(times, [i in beat_frames for i in range(len(times))])

    info = make_mezzanine(source, tmp_path / "m.mp4", beat_times_s=BEATS_S)

    shown, levels = brightness(tmp_path / "m.mp4")
    assert shown == pytest.approx(times, abs=1e-4)
    assert tuple(np.flatnonzero(levels > 150)) == beat_frames
    assert info.keyframe_times_s == pytest.approx(np.unique([0.0, *times[[*beat_frames]]]), abs=1e-4)
    assert info.fps == pytest.approx(float(rate), rel=0.02)
    assert info.fingerprint == expected_fingerprint()


def test_uneven_frames_keep_their_times(flash_clip: FlashClip, tmp_path: Path) -> None:
    times = np.cumsum(np.tile([0.033, 0.017, 0.05, 0.042], 15)) - 0.033
    beat_frames = nearest_frames(times, BEATS_S)

    make_mezzanine(flash_clip(times, [False] * 60), tmp_path / "m.mp4", beat_times_s=BEATS_S)

    index = read_index(tmp_path / "m.mp4")
    assert np.diff(index.times_s) == pytest.approx(np.diff(times), abs=1e-3)
    assert set(beat_frames) <= set(index.keyframes.tolist())


@pytest.mark.parametrize(
    ("size_px", "rotation_deg"), [((180, 320), 0), ((320, 180), 90), ((240, 240), 0), ((322, 178), 0)]
)
def test_every_shape_of_picture_mixes_with_every_other(
    flash_clip: FlashClip, tmp_path: Path, size_px: tuple[int, int], rotation_deg: int
) -> None:
    times = np.arange(32) / 30
    source = flash_clip(times, [False] * 32, size_px=size_px, rotation_deg=rotation_deg)

    info = make_mezzanine(source, tmp_path / "m.mp4", beat_times_s=[0.5])

    assert info.fingerprint == expected_fingerprint()
    assert len(read_index(tmp_path / "m.mp4").times_s) == 32


def test_a_file_encoded_otherwise_has_another_fingerprint(flash_clip: FlashClip) -> None:
    assert fingerprint(flash_clip([0.0, 0.1], [False, False])) != expected_fingerprint()


def test_a_portrait_clip_is_bright_in_the_middle_and_dim_at_the_sides(flash_clip: FlashClip, tmp_path: Path) -> None:
    times = np.arange(32) / 30
    make_mezzanine(flash_clip(times, [True] * 32, size_px=(180, 320)), tmp_path / "m.mp4", beat_times_s=[])

    with av.open(str(tmp_path / "m.mp4")) as container:
        picture = next(container.decode(video=0)).to_ndarray(format="gray")
    assert picture[360, 640] > 230
    assert 110 < picture[360, 100] < 170


def test_a_clip_filmed_on_its_side_stands_upright(flash_clip: FlashClip, tmp_path: Path) -> None:
    source = flash_clip(np.arange(32) / 30, [False] * 32, rotation_deg=90, left_third_white=True)

    make_mezzanine(source, tmp_path / "m.mp4", beat_times_s=[])

    with av.open(str(tmp_path / "m.mp4")) as container:
        picture = next(container.decode(video=0)).to_ndarray(format="gray")
    # Turned counter-clockwise the left third is the lower third, in the middle of the blurred background.
    assert picture[620, 640] > 230
    assert picture[100, 640] < 80


def test_a_white_bar_gives_way_to_the_blurred_background(flash_clip: FlashClip, tmp_path: Path) -> None:
    source = flash_clip(np.arange(32) / 30, [False] * 32, left_third_white=True)
    content = find_content(source, (320, 180))

    info = make_mezzanine(source, tmp_path / "m.mp4", beat_times_s=[0.5], content=content)

    with av.open(str(tmp_path / "m.mp4")) as container:
        picture = next(container.decode(video=0)).to_ndarray(format="gray")
    side, middle = picture[:, :200], picture[:, 300:980]
    assert 106 < content.x_px < 115
    assert content.x_px + content.width_px == 320
    assert picture.max() < 100
    assert side.std() < 5 < middle.std()
    assert side.mean() < 0.85 * middle.mean()
    assert info.fingerprint == expected_fingerprint()


def test_the_background_stands_still_while_the_dancers_move(flash_clip: FlashClip, tmp_path: Path) -> None:
    source = flash_clip(np.arange(32) / 30, [index % 2 == 1 for index in range(32)], size_px=(180, 320))

    make_mezzanine(source, tmp_path / "m.mp4", beat_times_s=[])

    with av.open(str(tmp_path / "m.mp4")) as container:
        pictures = [frame.to_ndarray(format="gray").astype(int) for frame in container.decode(video=0)]
    assert np.ptp([picture[360, 640] for picture in pictures]) > 150
    assert np.ptp([[picture[y, x] for x, y in ((60, 100), (1200, 600))] for picture in pictures], axis=0).max() <= 8


LUMA_BLUE_RED = ((720, 63), (180, 102), (180, 240))
"""Rows and level of the planes of a red 720p picture, rows of 1280."""


@pytest.mark.parametrize("told", [False, True])
def test_colours_stay_as_players_show_them(tmp_path: Path, told: bool) -> None:
    source = tmp_path / "red.mp4"
    with av.open(str(source), "w") as container:
        stream = container.add_stream("libx264", rate=30, options={"preset": "ultrafast", "qp": "10"})
        stream.width, stream.height, stream.pix_fmt = 1280, 720, "yuv420p"
        if told:
            stream.codec_context.colorspace = 1  # BT.709
        red = np.concatenate([np.full((lines, 1280), level, np.uint8) for lines, level in LUMA_BLUE_RED])
        for _ in range(32):
            container.mux(stream.encode(av.VideoFrame.from_ndarray(red, format="yuv420p")))
        container.mux(stream.encode(None))

    make_mezzanine(source, tmp_path / "m.mp4", beat_times_s=[])

    with av.open(str(tmp_path / "m.mp4")) as container:
        made = next(container.decode(video=0)).to_ndarray(format="yuv420p")
    parts = np.split(made, [720, 900])
    assert [np.median(part) for part in parts] == pytest.approx([level for _, level in LUMA_BLUE_RED], abs=1)


def test_two_makings_of_one_clip_are_one_file(flash_clip: FlashClip, tmp_path: Path) -> None:
    source = flash_clip(np.arange(32) / 30, [False] * 32)

    first, second = (make_mezzanine(source, tmp_path / f"{i}.mp4", beat_times_s=BEATS_S) for i in range(2))

    assert first == second


def test_a_broken_clip_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "clip.mp4").write_text("not a video")

    with pytest.raises(UnreadableMediaError):
        make_mezzanine(tmp_path / "clip.mp4", tmp_path / "out" / "m.mp4", beat_times_s=[])

    assert not list(tmp_path.glob("out/*"))


@pytest.mark.parametrize("broken", [slice(30, 31), slice(8, 60)], ids=["one", "most"])
def test_a_clip_with_frames_that_cannot_be_decoded_is_refused(
    flash_clip: FlashClip, tmp_path: Path, broken: slice
) -> None:
    source = flash_clip(np.arange(60) / 30, [False] * 60)
    with av.open(str(source)) as container:
        entries = [(entry.pos, entry.size) for entry in container.streams.video[0].index_entries][broken]
    content = bytearray(source.read_bytes())
    for start, size in entries:
        content[start : start + size] = bytes(size)
    source.write_bytes(content)

    with pytest.raises(UnreadableMediaError, match="damaged"):
        make_mezzanine(source, tmp_path / "out" / "m.mp4", beat_times_s=[0.5])

    assert not list(tmp_path.glob("out/*"))


def test_cancelling_leaves_nothing_behind(flash_clip: FlashClip, tmp_path: Path) -> None:
    source = flash_clip(np.arange(32) / 30, [False] * 32)

    with pytest.raises(CancelledError):
        make_mezzanine(source, tmp_path / "out" / "m.mp4", beat_times_s=[], cancelled=lambda: True)

    assert not list(tmp_path.glob("out/*"))


def test_a_poster_shows_the_frame_of_its_time(flash_clip: FlashClip, tmp_path: Path) -> None:
    source = flash_clip(np.arange(40) / 20, [i == 20 for i in range(40)])

    make_poster(source, 1.0, tmp_path / "white.jpg")
    make_poster(source, 0.5, tmp_path / "dark.jpg")

    for name, low, high in (("white.jpg", 240, 255), ("dark.jpg", 0, 60)):
        with av.open(str(tmp_path / name)) as container:
            picture = next(container.decode(video=0)).to_ndarray(format="gray")
        assert picture.shape == (360, 640)
        assert low <= picture.mean() <= high


def test_a_poster_after_the_end_is_refused(flash_clip: FlashClip, tmp_path: Path) -> None:
    with pytest.raises(UnreadableMediaError, match="no picture at this time"):
        make_poster(flash_clip(np.arange(20) / 20, [False] * 20), 9.0, tmp_path / "p.jpg")

    assert not (tmp_path / "p.jpg").exists()
