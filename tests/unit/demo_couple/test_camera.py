"""The camera projects as a pinhole does."""

import numpy as np
import pytest

from video_processing.demo.couple.camera import Camera

FRONT = Camera((0.0, 1.0, 5.0), (0.0, 1.0, 0.0), focal_px=1000.0)


def test_a_point_on_the_axis_lies_in_the_middle():
    assert FRONT.project(np.array([0.0, 1.0, 0.0])) == pytest.approx([640.0, 360.0, 5.0])


def test_a_metre_to_the_right_and_up_at_five_metres_is_two_hundred_pixels():
    assert FRONT.project(np.array([1.0, 2.0, 0.0])) == pytest.approx([840.0, 160.0, 5.0])


def test_nearer_things_look_larger():
    assert FRONT.project(np.array([1.0, 1.0, 2.5]))[0] == pytest.approx(640.0 + 400.0)


def test_a_camera_from_the_side_sees_the_side():
    side = Camera((5.0, 1.0, 0.0), (0.0, 1.0, 0.0), focal_px=1000.0)
    assert side.project(np.array([0.0, 1.0, -1.0])) == pytest.approx([840.0, 360.0, 5.0])
