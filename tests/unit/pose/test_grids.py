import numpy as np
import pytest

from video_processing.pose.grids import read_grid

ROWS, COLUMNS = 3, 4


@pytest.fixture
def nobody():
    """Boxes, confidence and keypoints of a grid that sees nobody."""
    return (
        np.zeros((64, ROWS, COLUMNS), np.float32),
        np.full((1, ROWS, COLUMNS), -9.0, np.float32),
        np.zeros((51, ROWS, COLUMNS), np.float32),
    )


def test_a_grid_that_sees_nobody_gives_no_rows(nobody):
    assert read_grid(*nobody, 16, 0.3).shape == (0, 56)


def test_a_person_is_where_its_cell_and_its_distances_say(nobody):
    boxes, confidence, keypoints = nobody
    confidence[0, 1, 2] = 0.0
    for side, strides in enumerate((1, 2, 3, 4)):  # left, top, right, bottom
        boxes[side * 16 + strides, 1, 2] = 60.0
    keypoints[:3, 1, 2] = (0.25, -0.5, np.log(3))

    (row,) = read_grid(boxes, confidence, keypoints, 32, 0.3)

    left, top, right, bottom = (2.5 - 1) * 32, (1.5 - 2) * 32, (2.5 + 3) * 32, (1.5 + 4) * 32
    np.testing.assert_allclose(row[:5], [(left + right) / 2, (top + bottom) / 2, right - left, bottom - top, 0.5])
    np.testing.assert_allclose(row[5:8], [(2 + 2 * 0.25) * 32, (1 + 2 * -0.5) * 32, 0.75], rtol=1e-6)


def test_a_side_between_two_distances_is_between_them(nobody):
    boxes, confidence, keypoints = nobody
    confidence[0, 0, 0] = 5.0
    boxes[[2, 3], 0, 0] = 60.0
    boxes[[16, 32, 48], 0, 0] = 60.0

    (row,) = read_grid(boxes, confidence, keypoints, 16, 0.3)

    assert row[2] == pytest.approx(2.5 * 16)


@pytest.mark.parametrize(("logit", "n_people"), [(np.log(0.29 / 0.71), 0), (np.log(0.31 / 0.69), 1)])
def test_only_cells_surer_than_the_limit_count(nobody, logit, n_people):
    boxes, confidence, keypoints = nobody
    confidence[0, 2, 3] = logit

    assert len(read_grid(boxes, confidence, keypoints, 16, 0.3)) == n_people
