"""Moves of a category are danced alike without being the same: by the pose vectors alone, no label looked at."""

import numpy as np
import pytest

from video_processing.demo.couple.catalogue import DEMO_MOVES
from video_processing.demo.couple.joints import in_picture, keypoints_m
from video_processing.demo.couple.motion import dance
from video_processing.demo.couple.spec import LEAD_IN_BEATS, TAIL_BEATS
from video_processing.embeddings.evaluation import evaluate_similarity, pose_similarity, same_category
from video_processing.embeddings.pose_vectors import PoseNormaliser, raw_pose_features
from video_processing.music.grid import BeatGrid
from video_processing.pose.keypoints import CoupleTrack

FRAMES_PER_S = 15
LEAST_PRECISION = 0.80
MOST_ALIKE = 0.95


def raw_features(move):
    """Return what the camera of the move's day sees of it, 15 times a second, as features."""
    score, beat_s = move.choreograph(), 60.0 / move.tempo_bpm
    beat_times = np.arange(int(LEAD_IN_BEATS + score.n_counts + TAIL_BEATS) + 1) * beat_s
    times = np.arange(0.0, beat_times[-1], 1 / FRAMES_PER_S)
    bodies, camera = move.filming_day.bodies, move.filming_day.camera(move.view_deg)
    skeletons = dance(score, bodies, times / beat_s - LEAD_IN_BEATS, move.tempo_bpm)
    seen = np.stack([in_picture(keypoints_m(one, body), camera) for one, body in zip(skeletons, bodies, strict=True)])
    track = CoupleTrack(times, seen[..., :3], camera.width_px, camera.height_px)
    first = int(LEAD_IN_BEATS)
    every = np.arange(first, len(beat_times))
    return raw_pose_features(track, BeatGrid(move.tempo_bpm, beat_times, every[::4], every[::8]))


@pytest.fixture(scope="module")
def similarity():
    raws = np.stack([raw_features(move) for move in DEMO_MOVES])
    normaliser = PoseNormaliser.fit(raws)
    vectors = [normaliser.apply(raw) for raw in raws]
    return pose_similarity(*(np.stack([one[name] for one in vectors]) for name in ("lead", "follow", "interaction")))


def test_the_five_moves_danced_most_alike_are_mostly_of_the_own_category(similarity):
    categories = same_category([move.category for move in DEMO_MOVES])

    judged = evaluate_similarity(similarity, categories, [move.filming_day.name for move in DEMO_MOVES])

    assert judged["all"].chance < 0.07
    assert judged["all"].found >= LEAST_PRECISION
    assert judged["across"].found >= LEAST_PRECISION


def test_no_move_is_another_under_a_new_name(similarity):
    others = similarity[~np.eye(len(similarity), dtype=bool)]

    assert others.max() < MOST_ALIKE
