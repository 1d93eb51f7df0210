from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from video_processing.media.container import UnreadableMediaError
from video_processing.media.frames import Crop, describe_filters, read_frames
from video_processing.media.probe import Turn

ClipFile = Callable[..., Path]


@pytest.mark.parametrize("fps", [Fraction(24_000, 1001), Fraction(25), Fraction(30), Fraction(60_000, 1001)])
def test_frames_are_thinned_to_the_rate_and_keep_their_own_times(clip_file: ClipFile, fps: Fraction) -> None:
    frames = list(read_frames(clip_file(fps=fps, frames=96), 12.0))

    times = np.array([frame.time_s for frame in frames])
    indices = times * float(fps)
    assert len(frames) == pytest.approx(96 / float(fps) * 12, abs=1)
    assert np.abs(indices - np.round(indices)).max() < 0.01
    assert np.abs(np.diff(times) - 1 / 12).max() <= 1 / float(fps) + 1e-3


def test_each_frame_shows_the_picture_of_its_time(clip_file: ClipFile) -> None:
    for frame in read_frames(clip_file(frames=48), 10.0):
        level = 16 + 4 * (round(frame.time_s * 30) % 50)
        assert abs(int(frame.rgb[90, 250, 0]) - level) <= 3


def test_uneven_time_stamps_are_respected(clip_file: ClipFile) -> None:
    times = [0.0, 0.01, 0.02, 0.5, 0.51, 1.0, 1.2, 1.5]

    frames = list(read_frames(clip_file(frames=8, times_s=times), 4.0))

    assert [frame.time_s for frame in frames] == pytest.approx([0.0, 0.5, 1.0, 1.5], abs=0.001)


def test_a_slow_clip_gives_each_frame_once(clip_file: ClipFile) -> None:
    assert len(list(read_frames(clip_file(fps=Fraction(10), frames=20), 30.0))) == 20


def test_a_rotated_clip_is_turned_upright(clip_file: ClipFile) -> None:
    frame = next(read_frames(clip_file(rotation_deg=90), 10.0))

    # Counter-clockwise by 90 degrees, the left side becomes the bottom.
    assert frame.rgb.shape == (320, 180, 3)
    assert frame.rgb[300, 90, 0] > 240
    assert frame.rgb[20, 90, 0] < 40


def test_pixels_that_are_not_square_are_stretched_before_the_crop(clip_file: ClipFile) -> None:
    wide = clip_file(size_px=(240, 180), pixel_aspect=Fraction(4, 3))

    whole = next(read_frames(wide, 10.0, crop=Crop(0, 0, 320, 180))).rgb
    dark = next(read_frames(wide, 10.0, crop=Crop(120, 0, 200, 180))).rgb

    assert whole.shape == (180, 320, 3)
    assert whole[90, 100, 0] > 240
    assert dark.shape == (180, 200, 3)
    assert dark.max() < 40


def test_a_turned_clip_is_stretched_as_it_is_stored(clip_file: ClipFile) -> None:
    tall = clip_file(size_px=(240, 180), pixel_aspect=Fraction(4, 3), rotation_deg=90)

    assert next(read_frames(tall, 10.0)).rgb.shape == (320, 180, 3)


def test_a_crop_is_taken_before_scaling(clip_file: ClipFile) -> None:
    frame = next(read_frames(clip_file(), 10.0, size_px=(60, 90), crop=Crop(120, 0, 120, 180)))

    assert frame.rgb.shape == (90, 60, 3)
    assert frame.rgb.max() < 40


def test_the_filters_of_a_turned_cropped_and_scaled_clip() -> None:
    filters = describe_filters(Turn(270), (480, 640), Crop(10, 20, 300, 400))

    assert filters == (
        ("transpose", "clock"),
        ("crop", "300:400:10:20"),
        ("scale", "480:640:flags=area"),
        ("format", "rgb24"),
    )


def test_the_filters_of_a_clip_whose_pixels_are_not_square() -> None:
    filters = describe_filters(Turn(0), None, Crop(0, 0, 320, 180), square_px=(320, 180))

    assert filters == (("scale", "320:180:flags=area"), ("crop", "320:180:0:0"), ("format", "rgb24"))


def test_a_text_file_has_no_frames(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    path.write_text("not a video")

    with pytest.raises(UnreadableMediaError):
        next(read_frames(path, 10.0))


def test_a_clip_with_frames_that_nothing_refers_to_gives_all_that_are_wanted(clip_file: ClipFile) -> None:
    path = clip_file(frames=90, b_frames=3)

    for rate_hz, expected in ((30.0, 90), (15.0, 45), (10.0, 30), (7.0, 21)):
        frames = list(read_frames(path, rate_hz))
        assert len(frames) == expected
        for frame in frames:
            level = 16 + 4 * (round(frame.time_s * 30) % 50)
            assert abs(int(frame.rgb[90, 250, 0]) - level) <= 4
