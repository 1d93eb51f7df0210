import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ai_services.validation import EMBEDDING_DIMENSIONS
from video_processing.embeddings.dancer import raw_dancer_features
from video_processing.embeddings.interaction import raw_interaction_features
from video_processing.embeddings.layout import DANCER_BLOCKS, INTERACTION_BLOCKS, block_slices
from video_processing.embeddings.pose_vectors import N_POSE_FEATURES, POSE_SLICES, PoseNormaliser, raw_pose_features
from video_processing.music.grid import BeatGrid
from video_processing.pose.keypoints import FOLLOW, LEAD

fixtures_stay_the_same = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def block(raw, modality, name):
    blocks = INTERACTION_BLOCKS if modality == "interaction" else DANCER_BLOCKS
    return raw[POSE_SLICES[modality]][block_slices(blocks)[name]]


def without_joints(track, share, seed):
    keypoints = track.keypoints_px.copy()
    keypoints[np.random.default_rng(seed).random(keypoints.shape[:3]) < share, 2] = 0.1
    return replace(track, keypoints_px=keypoints)


def test_the_layouts_have_the_lengths_that_search_expects():
    assert sum(DANCER_BLOCKS.values()) == EMBEDDING_DIMENSIONS["lead"] == EMBEDDING_DIMENSIONS["follow"]
    assert sum(INTERACTION_BLOCKS.values()) == EMBEDDING_DIMENSIONS["interaction"]
    assert N_POSE_FEATURES == 1280


def test_every_feature_of_a_couple_seen_all_the_time_is_known(make_track, grid):
    raw = raw_pose_features(make_track(), grid)

    assert raw.shape == (1280,)
    assert np.isfinite(raw).all()


@fixtures_stay_the_same
@given(scale=st.floats(0.4, 3.0), x_px=st.floats(-500, 900), y_px=st.floats(-300, 600), seed=st.integers(0, 5))
def test_moving_and_enlarging_the_picture_changes_nothing(make_track, grid, scale, x_px, y_px, seed):
    here = raw_pose_features(make_track(seed), grid)
    there = raw_pose_features(make_track(seed, scale_px=80.0 * scale, offset_px=(x_px, y_px)), grid)

    np.testing.assert_allclose(there, here, atol=1e-6)


def test_exchanging_the_dancers_exchanges_their_vectors(make_track, grid):
    track = make_track()
    exchanged = replace(track, keypoints_px=track.keypoints_px[::-1])

    np.testing.assert_array_equal(raw_dancer_features(exchanged, LEAD, grid), raw_dancer_features(track, FOLLOW, grid))
    np.testing.assert_array_equal(raw_dancer_features(exchanged, FOLLOW, grid), raw_dancer_features(track, LEAD, grid))


def test_exchanging_the_dancers_turns_the_interaction_round(make_track, grid):
    track = make_track()
    raw = raw_pose_features(track, grid)
    turned = raw_pose_features(replace(track, keypoints_px=track.keypoints_px[::-1]), grid)

    log_energy_ratio = 0
    np.testing.assert_allclose(
        block(turned, "interaction", "energy")[log_energy_ratio], -block(raw, "interaction", "energy")[log_energy_ratio]
    )
    mean_axis_x = 22
    np.testing.assert_allclose(
        block(turned, "interaction", "geom")[mean_axis_x], -block(raw, "interaction", "geom")[mean_axis_x]
    )
    np.testing.assert_allclose(block(turned, "interaction", "overlap"), block(raw, "interaction", "overlap"))


@fixtures_stay_the_same
@given(share=st.floats(0.0, 1.0), seed=st.integers(0, 1000))
def test_dropped_joints_leave_finite_unit_vectors_or_zero_and_never_a_warning(make_track, grid, share, seed):
    raws = np.stack([raw_pose_features(make_track(number), grid) for number in range(3)])
    normaliser = PoseNormaliser.fit(raws)

    vectors = normaliser.apply(raw_pose_features(without_joints(make_track(1), share, seed), grid))

    for vector in vectors.values():
        assert np.isfinite(vector).all()
        assert np.linalg.norm(vector) == pytest.approx(1.0) or not vector.any()


def jittered(track, sd_px, seed):
    keypoints = track.keypoints_px.copy()
    keypoints[..., :2] += np.random.default_rng(seed).normal(0.0, sd_px, keypoints[..., :2].shape)
    return replace(track, keypoints_px=keypoints)


def without_lead(track, share):
    keypoints = track.keypoints_px.copy()
    start = keypoints.shape[1] // 3
    keypoints[LEAD, start : start + int(share * keypoints.shape[1])] = np.nan
    return replace(track, keypoints_px=keypoints)


@pytest.mark.parametrize(
    ("wear", "least_cosine"),
    [
        (lambda track: without_joints(track, 0.2, seed=7), 0.95),
        (lambda track: without_joints(track, 0.4, seed=7), 0.90),
        (lambda track: jittered(track, 4.0, seed=7), 0.92),
        (lambda track: without_lead(track, 0.2), 0.79),
    ],
    ids=["a fifth of the joints lost", "two fifths lost", "four pixels of jitter", "no lead for a fifth of the clip"],
)
def test_worn_keypoints_leave_each_move_nearest_to_itself(make_track, grid, wear, least_cosine):
    tracks = [make_track(seed) for seed in range(12)]
    normaliser = PoseNormaliser.fit(np.stack([raw_pose_features(track, grid) for track in tracks]))

    clean = [normaliser.apply(raw_pose_features(track, grid)) for track in tracks]
    worn = [normaliser.apply(raw_pose_features(wear(track), grid)) for track in tracks]

    for name in clean[0]:
        cosines = np.array([[float(one[name] @ other[name]) for other in clean] for one in worn])
        assert cosines.argmax(axis=1).tolist() == list(range(12))
        assert cosines.diagonal().mean() > least_cosine


def test_a_missing_dancer_is_unknown_and_the_partner_is_not(make_track, grid):
    track = make_track()
    keypoints = track.keypoints_px.copy()
    keypoints[FOLLOW] = np.nan

    raw = raw_pose_features(replace(track, keypoints_px=keypoints), grid)

    assert np.isnan(raw[POSE_SLICES["follow"]]).all()
    assert np.isfinite(raw[POSE_SLICES["lead"]]).all()


@pytest.mark.parametrize("n_beats", [0, 1])
def test_without_beats_nothing_is_known(make_track, n_beats):
    silence = BeatGrid(120.0, np.arange(n_beats) * 0.5, np.arange(0), np.arange(0))

    assert np.isnan(raw_pose_features(make_track(), silence)).all()


def test_tempo_does_not_matter_when_the_dance_follows_it(make_track, grid):
    track = make_track()
    slower = replace(track, times_s=track.times_s * 1.2)
    slow_grid = replace(grid, beat_times_s=grid.beat_times_s * 1.2)

    np.testing.assert_allclose(raw_pose_features(slower, slow_grid), raw_pose_features(track, grid), atol=1e-6)


def test_a_sway_of_four_beats_is_strongest_at_the_period_of_four(make_track, grid):
    hip_x = block(raw_dancer_features(make_track(), LEAD, grid), "lead", "period")[:6]

    periods = dict(zip((8.0, 4.0, 2.0, 1.0, 0.5), hip_x, strict=False))
    assert max(periods, key=periods.__getitem__) == 4.0


def test_hands_in_contact_are_counted(make_track, grid):
    track = make_track()
    keypoints = track.keypoints_px.copy()
    keypoints[FOLLOW, :, 10] = keypoints[LEAD, :, 9]
    joined = raw_interaction_features(replace(track, keypoints_px=keypoints), grid)

    share, contacts, distance = joined[block_slices(INTERACTION_BLOCKS)["hands"]][:3]
    assert (share, distance) == pytest.approx((1.0, 0.0))
    assert contacts == 0.0  # held from the first moment on: never newly taken


def test_two_different_dances_lie_further_apart_than_two_views_of_one(make_track, grid):
    raws = np.stack([raw_pose_features(make_track(seed), grid) for seed in range(8)])
    normaliser = PoseNormaliser.fit(raws)
    vectors = [normaliser.apply(raw) for raw in raws]
    nearer = normaliser.apply(raw_pose_features(make_track(2, scale_px=130.0), grid))

    for name, vector in nearer.items():
        others = [float(vector @ other[name]) for index, other in enumerate(vectors) if index != 2]
        assert float(vector @ vectors[2][name]) > 0.999
        assert max(others) < 0.9


def test_vectors_of_a_library_differ_from_each_other(make_track, grid):
    raws = np.stack([raw_pose_features(make_track(seed), grid) for seed in range(6)])
    leads = [PoseNormaliser.fit(raws).apply(raw)["lead"] for raw in raws]

    assert all(abs(float(one @ other)) < 0.9 for one, other in itertools.combinations(leads, 2))
