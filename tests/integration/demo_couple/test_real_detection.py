"""A real COCO pose network sees two people in the demo clips, where the clips' truth says they are."""

import os
from pathlib import Path

import cv2
import numpy as np
import pytest

from video_processing.demo.couple.catalogue import DEMO_MOVES
from video_processing.demo.couple.clip import dance_take, mark_hidden
from video_processing.demo.couple.film import FilmSet
from video_processing.demo.couple.joints import VISIBLE, in_picture, keypoints_m
from video_processing.pose.detector import PoseDetector

FRAMES_A_MOVE = 6
NETWORK_BUDGET_PX = 640 * 360
MAX_PLACE_ERROR = 0.35
"""Of the torso: a found person farther off than this is not the dancer."""


@pytest.fixture(scope="module")
def detector():
    """Return the network POSE_MODEL_PATH names; skip without the variable, fail when nothing lies there."""
    value = os.environ.get("POSE_MODEL_PATH")
    if not value:
        pytest.skip("POSE_MODEL_PATH names no pose model")
    return PoseDetector(Path(value), budget_px=NETWORK_BUDGET_PX)


def sampled_frames(move):
    """Yield RGB pictures of a move and the truth of both dancers, shape (2, 17, 3)."""
    take, camera = dance_take(move), move.filming_day.camera(move.view_deg)
    film_set = FilmSet(move.filming_day, camera)
    joints = np.stack(
        [
            in_picture(keypoints_m(skeleton, body), camera)
            for skeleton, body in zip(take.skeletons, move.filming_day.bodies, strict=True)
        ]
    )
    for frame in np.linspace(4, len(take.times_s) - 5, FRAMES_A_MOVE).astype(int):
        picture = cv2.cvtColor(film_set.shoot(take.skeletons, frame), cv2.COLOR_YUV2RGB_I420)
        truth = joints[:, frame].copy()
        mark_hidden(truth, film_set)
        yield picture, truth[..., :3]


def errors_of(found, truth):
    """Return each dancer's joint errors in torso lengths (17,), the visible joints' only; None where not found."""
    result = []
    for dancer in truth:
        torso = np.linalg.norm(dancer[5:7, :2].mean(axis=0) - dancer[11:13, :2].mean(axis=0))
        away = np.linalg.norm(found.keypoints_px[:, :, :2] - dancer[:, :2], axis=-1) / torso
        best = int(np.median(away, axis=1).argmin()) if len(found) else -1
        hit = best >= 0 and np.median(away[best]) < MAX_PLACE_ERROR
        result.append((best, away[best][dancer[:, 2] == VISIBLE]) if hit else None)
    both = None not in result and result[0][0] != result[1][0]
    return both, [errors for item in result if item is not None for errors in item[1]]


@pytest.mark.real
@pytest.mark.slow
def test_the_network_finds_both_dancers_where_they_are(detector):
    both, errors = [], []
    for move in DEMO_MOVES[::3]:
        for picture, truth in sampled_frames(move):
            seen, away = errors_of(detector.detect_one(picture), truth)
            both.append(seen)
            errors += away
    assert np.mean(both) >= 0.80
    assert np.median(errors) <= 0.08
