"""The real model on real clips of a couple: runs where POSE_MODEL_PATH and BB_REAL_CLIPS are set."""

from pathlib import Path

import numpy as np
import onnxruntime
import pytest

from video_processing.couple.analysis import analyse_couple
from video_processing.couple.observations import observe_clip
from video_processing.couple.voting import vote_roles
from video_processing.media.content_crop import find_content
from video_processing.media.frames import read_frames
from video_processing.media.probe import probe_clip
from video_processing.pose.detector import PoseDetector, PoseModelInvalidError, likely_rows, read_rows
from video_processing.pose.letterbox import letterbox, network_input

pytestmark = [pytest.mark.real, pytest.mark.slow]

RATE_HZ = 5.0
"""A third of the rate of an import: enough to judge, quick enough to run."""

MAX_CLIPS = 8


def test_the_model_accepts_any_size_and_finds_nobody_on_an_empty_wall(detector):
    for width, height in ((640, 360), (101, 777)):
        assert [len(found) for found in detector.detect(np.full((2, height, width, 3), 180, dtype=np.uint8))] == [0, 0]


def test_frames_of_another_kind_are_a_bug_of_the_caller(detector):
    with pytest.raises(ValueError, match="uint8"):
        detector.detect(np.zeros((1, 64, 64, 3)))


def test_a_model_with_the_wrong_hash_is_refused(model_path):
    with pytest.raises(PoseModelInvalidError, match="hash differs"):
        PoseDetector(model_path, sha256="0" * 64)


@pytest.fixture(scope="module")
def clips(real_clips: list[Path]) -> list[Path]:
    """A selection over all folders."""
    return real_clips[:: max(1, len(real_clips) // MAX_CLIPS)][:MAX_CLIPS]


def observe(path, detector, rate_hz):
    info = probe_clip(path)
    return observe_clip(path, info, detector, rate_hz, find_content(path, (info.width_px, info.height_px)))


@pytest.fixture(scope="module")
def couples(clips, detector):
    return [analyse_couple(observe(path, detector, RATE_HZ)) for path in clips]


def test_both_dancers_are_seen_in_most_frames(couples):
    assert np.mean([couple.both_present_share for couple in couples]) >= 0.80


def test_clothes_tell_the_dancers_apart(couples):
    assert min(couple.identity_confidence for couple in couples) > 0.5


def test_the_follow_of_the_library_vote_mostly_travels_further(couples):
    choices = vote_roles([couple.evidence() for couple in couples])
    paths = [couple.with_role(choice).hip_path_torsos for couple, choice in zip(couples, choices, strict=True)]

    assert np.mean([follow > lead for lead, follow in paths]) >= 0.7


def test_dancers_found_in_the_cropped_picture_lie_where_they_are_in_the_whole_one(clips, model_path, detector):
    path = clips[0]
    finer = PoseDetector(model_path, budget_px=600 * 338)

    cropped = observe(path, detector, 1.0)
    whole = [finer.detect_one(frame.rgb) for frame in read_frames(path, 1.0)]

    gaps_px = [
        np.abs(one.people.boxes_xyxy_px[:, None] - other.boxes_xyxy_px).max(axis=-1).min(axis=1)
        for one, other in zip(cropped.frames, whole, strict=True)
        if len(one.people) and len(other)
    ]
    assert len(gaps_px) >= 5
    assert np.median(np.concatenate(gaps_px)) < 20


def test_the_trimmed_network_finds_the_same_people_as_the_whole_one(clips, model_path, detector):
    session = onnxruntime.InferenceSession(str(model_path), providers=["CPUExecutionProvider"])
    for frame in (frame for path in clips[:3] for frame in read_frames(path, 0.5, size_px=(384, 352))):
        picture = letterbox(384, 352, detector.budget_px)
        (answer,) = session.run(None, {session.get_inputs()[0].name: network_input(frame.rgb[None], picture)})
        whole = read_rows(likely_rows(answer[0]), picture)

        found = detector.detect_one(frame.rgb)

        np.testing.assert_allclose(found.boxes_xyxy_px, whole.boxes_xyxy_px, atol=0.1)
        np.testing.assert_allclose(found.keypoints_px, whole.keypoints_px, atol=0.1)
