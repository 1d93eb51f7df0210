import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from video_processing.pose.detections import (
    FrameDetections,
    box_iou,
    distinct_people,
    keypoint_similarity,
)
from video_processing.pose.detector import likely_rows, read_rows
from video_processing.pose.letterbox import letterbox, network_input


def people(*places: tuple[float, float, float]) -> FrameDetections:
    """Return people 100 px wide and 300 px high at (x, y) with a confidence, joints spread over their boxes."""
    low = np.array([[x, y] for x, y, _ in places])
    joints = np.stack([np.linspace(0, 100, 17), np.linspace(0, 300, 17)], axis=1)
    keypoints = np.concatenate([low[:, None] + joints, np.full((len(places), 17, 1), 0.9)], axis=-1)
    return FrameDetections(
        np.hstack([low, low + np.array([100, 300])]), np.array([place[2] for place in places]), keypoints
    )


def test_the_overlap_of_boxes_is_their_shared_part():
    one = np.array([[0.0, 0, 10, 10]])
    others = np.array([[0.0, 0, 10, 10], [5, 0, 15, 10], [20, 20, 30, 30]])

    np.testing.assert_allclose(box_iou(one, others), [[1.0, 1 / 3, 0.0]])


def test_of_two_boxes_of_one_person_the_surer_stays():
    kept = distinct_people(people((0, 0, 0.6), (5, 0, 0.9), (300, 0, 0.7)), 4)

    np.testing.assert_allclose(kept.confidence, [0.9, 0.7])


def test_a_couple_in_close_hold_stays_two():
    assert len(distinct_people(people((0, 0, 0.9), (40, 0, 0.8)), 4)) == 2


def test_a_couple_in_one_box_stays_two():
    facing = people((0, 0, 0.9), (30, 0, 0.8))
    facing.boxes_xyxy_px[:] = [0, 0, 130, 300], [5, 0, 130, 300]

    assert distinct_people(facing, 4).confidence.tolist() == [0.9, 0.8]


def test_at_most_the_asked_number_of_people_stay():
    crowd = people(*[(200.0 * number, 0.0, 0.4 + 0.1 * number) for number in range(6)])

    np.testing.assert_allclose(distinct_people(crowd, 4).confidence, [0.9, 0.8, 0.7, 0.6])


def test_joints_seen_twice_in_boxes_that_differ_are_one_dancer():
    found = people((0, 0, 0.9), (4, 0, 0.5), (60, 0, 0.4))
    found.boxes_xyxy_px[1] = [0, 0, 60, 120]

    assert distinct_people(found, 4).confidence.tolist() == [0.9, 0.4]


def test_keypoint_similarity_is_one_with_oneself_and_falls_with_distance():
    three = people((0, 0, 0.9), (10, 0, 0.9), (80, 0, 0.9))
    similarity = keypoint_similarity(three, three)

    np.testing.assert_allclose(np.diag(similarity), 1.0)
    assert 1.0 > similarity[0, 1] > similarity[0, 2]


@given(width=st.integers(2, 4000), height=st.integers(2, 4000), budget=st.sampled_from([50_000, 130_000, 400_000]))
def test_any_picture_fits_an_input_that_32_divides(width, height, budget):
    box = letterbox(width, height, budget)

    assert box.input_width_px % 32 == box.input_height_px % 32 == 0
    assert box.width_px <= box.input_width_px < box.width_px + 32
    assert box.height_px <= box.input_height_px < box.height_px + 32
    assert box.width_px * box.height_px <= budget + max(width, height)
    assert box.scale <= 1.0


def test_the_input_is_the_picture_at_the_top_left_with_grey_beside_it():
    frame = np.full((1, 90, 130, 3), (255, 0, 51), dtype=np.uint8)

    made = network_input(frame, letterbox(130, 90, 130_000))

    assert made.shape == (1, 3, 96, 160)
    assert made.dtype == np.float32
    assert made.flags["C_CONTIGUOUS"]
    np.testing.assert_allclose(made[0, :, 45, 65], [1.0, 0.0, 0.2], atol=1e-6)
    np.testing.assert_allclose(made[0, :, 93, 150], 114 / 255, atol=1e-6)


def test_the_answer_of_the_network_is_read_in_pixels_of_the_picture():
    box = letterbox(1280, 720, 640 * 360)
    answer = np.zeros((56, 3), dtype=np.float32)
    answer[:5, 0] = 320, 180, 100, 200, 0.8
    answer[5:, 0] = np.tile([320, 180, 0.9], 17)
    answer[4, 1] = 0.29

    found = read_rows(likely_rows(answer), box)

    assert len(found) == 1
    np.testing.assert_allclose(found.boxes_xyxy_px, [[540, 160, 740, 560]])
    np.testing.assert_allclose(found.keypoints_px[0, 5], [640, 360, 0.9], rtol=1e-6)


def test_an_empty_room_has_no_people():
    assert len(read_rows(likely_rows(np.zeros((56, 10), dtype=np.float32)), letterbox(64, 64, 130_000))) == 0


def test_moving_people_moves_boxes_and_joints_alike():
    moved = people((10, 20, 0.9)).moved(2.0, (100.0, 50.0))

    np.testing.assert_allclose(moved.boxes_xyxy_px, [[120, 90, 320, 690]])
    np.testing.assert_allclose(moved.keypoints_px[0, 0], [120, 90, 0.9])


@pytest.mark.parametrize("count", [0, 1, 4])
def test_any_number_of_people_can_be_compared(count):
    found = people(*[(200.0 * number, 0.0, 0.9) for number in range(4)]).take(np.arange(count))

    assert len(distinct_people(found, 4)) == count
