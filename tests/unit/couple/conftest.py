"""A made couple: two stick figures whose every joint, step and colour is known."""

from collections.abc import Callable

import numpy as np
import pytest

from video_processing.couple.observations import ClipObservations, FrameObservation
from video_processing.music.grid import BeatGrid
from video_processing.pose.detections import FrameDetections, no_detections
from video_processing.pose.keypoints import CoupleTrack

STANDING = np.array([
    (0, -1.75), (0.06, -1.8), (-0.06, -1.8), (0.12, -1.75), (-0.12, -1.75),
    (0.35, -1.45), (-0.35, -1.45), (0.45, -1.0), (-0.45, -1.0), (0.5, -0.6), (-0.5, -0.6),
    (0.22, -0.45), (-0.22, -0.45), (0.22, 0.35), (-0.22, 0.35), (0.22, 1.15), (-0.22, 1.15),
])  # fmt: skip
"""17 joints in torso lengths from the middle of the body, seen from the front; y down."""

SIZE_PX = (1280, 720)


def figure_px(x_px: float, y_px: float = 380.0, torso_px: float = 100.0, yaw: float = 0.0) -> np.ndarray:
    """Return keypoints (17, 3) of a dancer turned by `yaw` radians from the camera."""
    pose = STANDING * torso_px * [np.cos(yaw), 1.0]
    return np.column_stack([pose + np.array([x_px, y_px]), np.full(17, 0.9)])


@pytest.fixture
def figure() -> Callable[..., np.ndarray]:
    return figure_px


@pytest.fixture
def grid() -> BeatGrid:
    """Sixteen beats at 120 BPM, from 0 s on; count 1 first."""
    return BeatGrid(120.0, np.arange(17) * 0.5, np.arange(0, 17, 4), np.arange(0, 17, 8))


@pytest.fixture
def make_track() -> Callable[..., CoupleTrack]:
    """Return a maker of tracks from two functions of time to keypoints (17, 3), or None while unseen."""

    def make(lead: Callable, follow: Callable, duration_s: float = 8.0, rate_hz: float = 15.0) -> CoupleTrack:
        times = np.arange(int(duration_s * rate_hz) + 1) / rate_hz
        keypoints = np.full((2, len(times), 17, 3), np.nan)
        for dancer, place in enumerate((lead, follow)):
            for index, time_s in enumerate(times):
                found = place(time_s)
                if found is not None:
                    keypoints[dancer, index] = found
        return CoupleTrack(times, keypoints, *SIZE_PX)

    return make


@pytest.fixture
def colour() -> Callable[[int], np.ndarray]:
    """Return a maker of appearances (112,): clothes of one hue, 0..11."""

    def make(hue: int) -> np.ndarray:
        histogram = np.zeros(56)
        histogram[[hue * 4 + 3, hue * 4 + 2, 48 + hue % 8]] = 0.7, 0.3, 1.0
        return np.tile(histogram, 2)

    return make


@pytest.fixture
def observe() -> Callable[..., ClipObservations]:
    """Return a maker of observations: a list, a frame, of (keypoints, appearance, confidence)."""

    def make(people_of_frames: list, rate_hz: float = 15.0) -> ClipObservations:
        frames = [
            FrameObservation(index / rate_hz, *_detections(people)) for index, people in enumerate(people_of_frames)
        ]
        return ClipObservations(tuple(frames), *SIZE_PX)

    return make


def _detections(people: list) -> tuple[FrameDetections, np.ndarray]:
    if not people:
        return no_detections(), np.empty((0, 112))
    keypoints = np.stack([person[0] for person in people])
    low, high = keypoints[..., :2].min(axis=1) - 10, keypoints[..., :2].max(axis=1) + 10
    confidence = np.array([person[2] for person in people])
    return FrameDetections(np.hstack([low, high]), confidence, keypoints), np.stack([person[1] for person in people])
