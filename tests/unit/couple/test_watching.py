import numpy as np
import pytest

from video_processing.couple.watching import surroundings
from video_processing.media.frames import Crop
from video_processing.pose.detections import FrameDetections, no_detections

SIZE_PX = (400, 350)


def people(*boxes) -> FrameDetections:
    return FrameDetections(np.array(boxes, dtype=np.float64), np.full(len(boxes), 0.9), np.zeros((len(boxes), 17, 3)))


def test_dancers_are_looked_for_where_they_were_and_will_be():
    part = surroundings(
        SIZE_PX, people((100, 100, 150, 200), (160, 100, 200, 200)), people((120, 90, 170, 190), (180, 90, 220, 190))
    )

    # 100 to 220 and 90 to 200 with a tenth of 100 px on each side: 140 x 130, in steps of 32 px 160 x 160.
    assert part == Crop(80, 65, 160, 160)


def test_the_part_stays_inside_the_picture():
    left = surroundings(SIZE_PX, people((0, 0, 40, 100), (50, 0, 90, 100)), people((0, 0, 40, 100), (50, 0, 90, 100)))
    right = surroundings(
        SIZE_PX, people((310, 250, 350, 350), (360, 250, 400, 350)), people((310, 250, 350, 350), (360, 250, 400, 350))
    )

    assert left == Crop(0, 0, 128, 128)
    assert right == Crop(272, 222, 128, 128)


def test_dancers_who_fill_the_picture_are_looked_at_whole():
    tall = people((10, 5, 200, 345), (200, 5, 390, 345))

    assert surroundings(SIZE_PX, tall, tall) == Crop(0, 0, *SIZE_PX)


@pytest.mark.parametrize("seen", [people((10, 10, 50, 100)), no_detections()])
def test_the_whole_picture_is_looked_at_when_a_dancer_is_out_of_sight(seen):
    both = people((10, 10, 50, 100), (60, 10, 90, 100))

    assert surroundings(SIZE_PX, both, seen) == surroundings(SIZE_PX, seen, both) == Crop(0, 0, *SIZE_PX)
