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
from video_processing.pose.detections import box_iou
from video_processing.pose.detector import (
    BUDGET_PX,
    PoseDetector,
    PoseModelInvalidError,
    TrimmedNetwork,
    likely_rows,
    read_rows,
)
from video_processing.pose.letterbox import letterbox, network_input
from video_processing.pose.quantising import quantise_network, see_the_same
from video_processing.pose.trimming import trim_network

pytestmark = [pytest.mark.real, pytest.mark.slow]

RATE_HZ = 5.0
"""A third of the rate of an import: enough to judge, quick enough to run."""

MAX_CLIPS = 8

SIZE_PX = (384, 336)
"""Of pictures that go into the network without being scaled."""


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


@pytest.fixture(scope="module")
def pictures(clips):
    """Real pictures and what the whole network, as it came, makes of them."""
    return [frame.rgb for path in clips for frame in read_frames(path, 0.5, size_px=SIZE_PX)]


@pytest.fixture(scope="module")
def wholly_seen(pictures, model_path):
    session = onnxruntime.InferenceSession(str(model_path), providers=["CPUExecutionProvider"])
    (name,) = (one.name for one in session.get_inputs())
    box = letterbox(*SIZE_PX, BUDGET_PX)
    answers = [session.run(None, {name: network_input(picture[None], box)})[0][0] for picture in pictures]
    return [read_rows(likely_rows(answer), box) for answer in answers]


def seen_by(network, pictures):
    box = letterbox(*SIZE_PX, BUDGET_PX)
    return [read_rows(network.look(network_input(picture[None], box)), box) for picture in pictures]


def test_the_trimmed_network_finds_the_same_people_as_the_whole_one(pictures, wholly_seen, model_path, tmp_path):
    grids = trim_network(model_path, tmp_path / "trimmed.onnx")

    trimmed = seen_by(TrimmedNetwork(tmp_path / "trimmed.onnx", grids), pictures)

    for found, whole in zip(trimmed, wholly_seen, strict=True):
        np.testing.assert_allclose(found.boxes_xyxy_px, whole.boxes_xyxy_px, atol=0.1)
        np.testing.assert_allclose(found.keypoints_px, whole.keypoints_px, atol=0.1)


def test_eight_bits_lose_hardly_a_dancer_and_move_joints_less_than_five_pixels_of_camera_do(
    pictures, wholly_seen, model_path, tmp_path
):
    """The network is not shift-invariant: the same people, the picture cut by five pixels, are its own uncertainty."""
    grids = trim_network(model_path, tmp_path / "trimmed.onnx")
    quantise_network(tmp_path / "trimmed.onnx", tmp_path / "small.onnx", grids)
    small = TrimmedNetwork(tmp_path / "small.onnx", grids)

    quantised = joints_moved(wholly_seen, seen_by(small, pictures))
    shifted = joints_moved(wholly_seen, shifted_by(5, TrimmedNetwork(tmp_path / "trimmed.onnx", grids), pictures))

    n_people = sum(map(len, wholly_seen))
    assert see_the_same(tmp_path / "trimmed.onnx", tmp_path / "small.onnx", grids)
    assert len(quantised) >= 0.96 * n_people
    assert np.median(np.concatenate(quantised)) < 0.01
    for share in (0.5, 0.9, 0.99):
        assert np.quantile(np.concatenate(quantised), share) < np.quantile(np.concatenate(shifted), share)


def shifted_by(cut_px, network, pictures):
    box = letterbox(SIZE_PX[0] - cut_px, SIZE_PX[1] - cut_px, BUDGET_PX)
    cut = [np.ascontiguousarray(picture[cut_px:, cut_px:]) for picture in pictures]
    seen = [read_rows(network.look(network_input(picture[None], box)), box) for picture in cut]
    return [people.moved(1.0, (cut_px, cut_px)) for people in seen]


def joints_moved(people, others):
    """Return how far the sure joints of each person are from those of the same one, in heights of the person."""
    moved = []
    for ours, theirs in zip(people, others, strict=True):
        overlaps = box_iou(ours.boxes_xyxy_px, theirs.boxes_xyxy_px)
        for one, other in np.argwhere(overlaps > 0.5):
            if overlaps[one, other] == overlaps[one].max() == overlaps[:, other].max():
                joints, height_px = ours.keypoints_px[one], np.ptp(ours.boxes_xyxy_px[one, [1, 3]])
                away_px = np.linalg.norm(joints[:, :2] - theirs.keypoints_px[other, :, :2], axis=1)
                moved.append(away_px[joints[:, 2] > 0.5] / height_px)
    return moved
