"""Two-bone limbs reach and never stretch."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from video_processing.demo.couple.limbs import bend, within_both

UPPER_M, LOWER_M = 0.3, 0.25
coordinates = st.floats(-0.8, 0.8, allow_nan=False)
points = st.tuples(coordinates, coordinates, coordinates).map(lambda p: np.array([p]))
ROOT = np.zeros((1, 3))
POLE = np.array([[0.3, -1.0, 0.2]])


@given(points)
def test_both_bones_keep_their_length(tip):
    joint, end, _ = bend(ROOT, tip + np.array([[0.0, 0.0, 1e-3]]), POLE, UPPER_M, LOWER_M)
    assert abs(np.linalg.norm(joint) - UPPER_M) < 1e-3
    assert abs(np.linalg.norm(end - joint) - LOWER_M) < 1e-3


@given(points)
def test_a_tip_in_reach_is_reached(tip):
    distance = np.linalg.norm(tip)
    _, end, _ = bend(ROOT, tip, POLE, UPPER_M, LOWER_M)
    if UPPER_M - LOWER_M + 0.01 < distance < UPPER_M + LOWER_M - 0.01:
        assert np.linalg.norm(end - tip) < 1e-6


@given(points)
def test_a_joined_hand_lies_in_reach_of_both_shoulders(wish):
    other = np.array([[0.7, 0.1, 0.0]])
    point = within_both(wish, ROOT, 0.5, other, 0.45)
    assert np.linalg.norm(point) < 0.5 + 0.02
    assert np.linalg.norm(point - other) < 0.45 + 0.02
