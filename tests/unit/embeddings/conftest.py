"""Made couples whose every joint is known: enough movement that each feature has something to measure."""

from collections.abc import Callable

import numpy as np
import pytest

from video_processing.music.grid import BeatGrid
from video_processing.pose.keypoints import CoupleTrack

STANDING = np.array([
    (0, -1.75), (0.06, -1.8), (-0.06, -1.8), (0.12, -1.75), (-0.12, -1.75),
    (0.35, -1.45), (-0.35, -1.45), (0.45, -1.0), (-0.45, -1.0), (0.5, -0.6), (-0.5, -0.6),
    (0.22, -0.45), (-0.22, -0.45), (0.22, 0.35), (-0.22, 0.35), (0.22, 1.15), (-0.22, 1.15),
])  # fmt: skip
"""17 joints in torso lengths from the middle of the body, seen from the front; y down."""

TEMPO_BPM = 120.0
RATE_HZ = 15.0


def dancing(x_torsos: float, beats: np.ndarray, seed: int) -> np.ndarray:
    """Return joints (n, 17, 2) in torso lengths of a dancer who steps, sways, bounces, turns and waves by the beat."""
    chance = np.random.default_rng(seed)
    reach, phase = chance.uniform(0.02, 0.3, (17, 2)), chance.uniform(0, 2 * np.pi, (17, 2))
    pace = chance.choice([0.125, 0.25, 0.5, 1.0], (17, 2))
    waving = reach * np.sin(2 * np.pi * pace * beats[:, None, None] + phase)
    turning = np.cos(2 * np.pi * beats / chance.choice([8, 16]))[:, None]
    pose = STANDING * np.stack([turning, np.ones_like(turning)], axis=-1) + waving
    pose[..., 0] += x_torsos + chance.uniform(0.1, 0.6) * np.sin(2 * np.pi * beats / 4)[:, None]
    return pose


@pytest.fixture
def grid() -> BeatGrid:
    """Twenty-four beats at 120 BPM from 0.3 s on; the first downbeat is the third beat."""
    return BeatGrid(TEMPO_BPM, 0.3 + np.arange(24) * 0.5, np.arange(2, 24, 4), np.arange(2, 24, 8))


@pytest.fixture
def make_track() -> Callable[..., CoupleTrack]:
    """Return a maker of tracks by seed, placed and scaled in the picture."""

    def make(seed: int = 0, scale_px: float = 80.0, offset_px: tuple[float, float] = (200.0, 300.0)) -> CoupleTrack:
        times = np.arange(int(12.5 * RATE_HZ)) / RATE_HZ
        beats = times * TEMPO_BPM / 60
        joints = np.stack([dancing(1.0, beats, 2 * seed), dancing(2.2, beats, 2 * seed + 1)])
        confidence = np.full((*joints.shape[:3], 1), 0.9)
        return CoupleTrack(times, np.concatenate([joints * scale_px + offset_px, confidence], axis=-1), 1280, 720)

    return make
