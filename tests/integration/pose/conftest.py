"""The real pose model and real clips, where the environment names them."""

import os
from pathlib import Path

import pytest

from video_processing.pose.detector import PoseDetector


def required_path(name: str, meaning: str) -> Path:
    """Return the path an environment variable names; skip without the variable, fail when nothing lies there."""
    value = os.environ.get(name)
    if not value:
        pytest.skip(f"{name} names no {meaning}")
    path = Path(value)
    if not path.exists():
        pytest.fail(f"{name} is set, but no {meaning} lies there")
    return path


@pytest.fixture(scope="session")
def model_path() -> Path:
    return required_path("POSE_MODEL_PATH", "pose model")


@pytest.fixture(scope="session")
def detector(model_path: Path) -> PoseDetector:
    return PoseDetector(model_path)


@pytest.fixture(scope="session")
def real_clips() -> list[Path]:
    clips = sorted(required_path("BB_REAL_CLIPS", "directory of real clips").rglob("*.mp4"))
    if not clips:
        pytest.fail("BB_REAL_CLIPS is set, but holds no clips")
    return clips
