import numpy as np
import pytest

from video_processing.embeddings.importance import IMPORTANCE, feature_weights
from video_processing.embeddings.layout import DANCER_BLOCKS, INTERACTION_BLOCKS, block_slices

ALL_BLOCKS = DANCER_BLOCKS | INTERACTION_BLOCKS


def weights_of(block):
    return feature_weights(ALL_BLOCKS)[block_slices(ALL_BLOCKS)[block]]


def test_every_block_of_the_layout_counts():
    assert set(IMPORTANCE) == set(ALL_BLOCKS)
    assert (feature_weights(ALL_BLOCKS) > 0).all()


def test_a_block_counts_by_its_importance_whatever_its_size():
    for block in ("angles", "arms", "dist", "overlap"):
        assert np.linalg.norm(weights_of(block)) == pytest.approx(IMPORTANCE[block])


def test_a_height_counts_more_than_a_place_from_left_to_right():
    x, y = weights_of("phase_pose").reshape(8, 12, 2).transpose(2, 0, 1)

    assert (y > x).all()


def test_how_far_a_joint_moves_up_and_down_counts_most_among_the_statistics_of_a_pose():
    sd, p10, p90, median = weights_of("pose_stats").reshape(4, 12, 2)

    assert (sd[:, 1] > np.concatenate([sd[:, 0], *p10.T, *p90.T, *median.T]).max()).all()
