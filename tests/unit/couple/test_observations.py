"""The paths of pictures to a detector, with a made detector that finds painted rectangles."""

import numpy as np
import pytest

from video_processing.couple import observations
from video_processing.couple.observations import observe_clip
from video_processing.media.frames import Crop, TimedFrame
from video_processing.media.probe import ClipInfo
from video_processing.pose.detections import FrameDetections, no_detections

WIDTH_PX, HEIGHT_PX = 448, 256
WHOLE = Crop(0, 0, WIDTH_PX, HEIGHT_PX)
LEVELS = (60, 200)
"""The green level that each painted dancer has."""


class PaintDetector:
    """Finds the painted dancers; keeps the sizes (width, height) of the pictures it was shown."""

    threads = 2
    budget_px = WIDTH_PX * HEIGHT_PX

    def __init__(self) -> None:
        self.sizes_px: list[tuple[int, int]] = []

    def detect_one(self, frame: np.ndarray) -> FrameDetections:
        self.sizes_px.append((frame.shape[1], frame.shape[0]))
        boxes = []
        for level in LEVELS:
            y, x = np.nonzero(frame[..., 1] == level)
            if len(x):
                boxes.append([x.min(), y.min(), x.max() + 1, y.max() + 1])
        if not boxes:
            return no_detections()
        found = np.array(boxes, dtype=np.float64)
        return FrameDetections(found, np.full(len(found), 0.9), np.zeros((len(found), 17, 3)))


def painted_frame(index: int, places_px: tuple[float, ...]) -> TimedFrame:
    noise = np.random.default_rng(index).integers(0, 50, (HEIGHT_PX, WIDTH_PX, 1), dtype=np.uint8)
    picture = np.repeat(noise, 3, axis=2)
    for level, x in zip(LEVELS, places_px, strict=False):
        picture[40:240, int(x) : int(x) + 40] = level
    return TimedFrame(index / 15, picture)


@pytest.fixture
def info() -> ClipInfo:
    return ClipInfo(4.0, WIDTH_PX, HEIGHT_PX, 0, 15.0, 60, True, "h264", "mov")


@pytest.fixture
def play(monkeypatch, info):
    """Return a player of made frames through a made detector."""

    def run(places_of_frames, content=WHOLE):
        frames = [painted_frame(index, places) for index, places in enumerate(places_of_frames)]
        monkeypatch.setattr(observations, "read_frames", lambda *_, **__: iter(frames))
        detector = PaintDetector()
        return observe_clip("clip.mp4", info, detector, 15.0, content), detector

    return run


@pytest.mark.parametrize("n_frames", [1, 2, 8, 9, 10, 61])
def test_every_frame_is_seen_once_and_in_order(play, n_frames):
    seen, detector = play([(100 + 2 * index, 200 + index) for index in range(n_frames)])

    assert [frame.time_s for frame in seen.frames] == [index / 15 for index in range(n_frames)]
    lefts = [frame.people.boxes_xyxy_px[:, 0].tolist() for frame in seen.frames]
    assert lefts == [[100 + 2 * index, 200 + index] for index in range(n_frames)]
    assert len(detector.sizes_px) == n_frames


def test_one_picture_of_five_is_looked_at_whole_and_the_others_around_the_dancers(play):
    _, detector = play([(100 + index, 150 + index) for index in range(11)])

    # 40 px wide dancers 200 px high: 100 to 195 and 20 on both sides, in steps of 32.
    assert sorted(detector.sizes_px) == [(160, HEIGHT_PX)] * 8 + [(WIDTH_PX, HEIGHT_PX)] * 3


def test_whole_pictures_are_looked_at_until_both_dancers_are_seen_again(play):
    _, detector = play([(100,) if index < 6 else (100, 150) for index in range(16)])

    assert sorted(detector.sizes_px) == [(160, HEIGHT_PX)] * 4 + [(WIDTH_PX, HEIGHT_PX)] * 12


def test_a_hidden_dancer_is_missing_only_while_hidden(play):
    seen, _ = play([(100,) if index % 8 == 0 else (100, 390) for index in range(25)])

    assert [len(frame.people) for frame in seen.frames] == [1 if index % 8 == 0 else 2 for index in range(25)]


def test_people_are_told_in_pixels_of_the_displayed_picture_without_its_bars(play):
    seen, _ = play([(100, 200)], content=Crop(100, 0, WIDTH_PX - 100, HEIGHT_PX))

    assert seen.frames[0].people.boxes_xyxy_px[:, 0].tolist() == [200, 300]
    assert (seen.width_px, seen.height_px) == (WIDTH_PX, HEIGHT_PX)


def test_an_empty_clip_has_no_frames(play):
    seen, _ = play([])

    assert seen.frames == ()
