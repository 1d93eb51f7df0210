import numpy as np
import pytest

from video_processing.media.content_crop import content_crop, find_content, scaled_crop, without_mixed_edges
from video_processing.media.frames import Crop


@pytest.fixture
def scene() -> np.ndarray:
    """Six frames of noise, 320 x 180."""
    return np.random.default_rng(0).integers(0, 255, (6, 180, 320, 3), dtype=np.uint8)


@pytest.mark.parametrize("level", [255, 252, 0, 16])
def test_white_and_black_pillars_are_cut(scene, level):
    scene[:, :, :58] = level
    scene[:, :, 262:] = level

    assert content_crop(scene) == Crop(58, 0, 204, 180)


def test_letter_boxes_are_cut(scene):
    scene[:, :30] = 0
    scene[:, 150:] = 0

    assert content_crop(scene) == Crop(0, 30, 320, 120)


def test_bars_on_all_sides_are_cut(scene):
    framed = np.zeros_like(scene)
    framed[:, 40:140, 100:300] = scene[:, 40:140, 100:300]

    assert content_crop(framed) == Crop(100, 40, 200, 100)


def test_a_stripe_on_one_side_is_cut(scene):
    scene[:, :, :40] = 255

    assert content_crop(scene) == Crop(40, 0, 280, 180)


def test_a_line_at_the_edge_beside_a_bar_is_no_picture(scene):
    scene[:, :, 2:58] = 255

    assert content_crop(scene) == Crop(58, 0, 262, 180)


def test_a_line_along_the_upper_edge_leaves_a_bar_a_bar(scene):
    scene[:, :, :58] = 255
    scene[:, :2, :58] = 0

    assert content_crop(scene) == Crop(58, 0, 262, 180)


@pytest.mark.parametrize("black_frames", [0, 110])
def test_a_black_opening_hides_no_bar(clip_file, black_frames):
    found = find_content(clip_file(frames=170, black_frames=black_frames), (320, 180))

    assert found == Crop(108, 0, 212, 180)


def test_a_clip_of_nothing_but_black_stays_whole(clip_file):
    assert find_content(clip_file(black_frames=60), (320, 180)) == Crop(0, 0, 320, 180)


def test_the_pixels_beside_a_bar_go_with_it_and_others_stay():
    assert without_mixed_edges(Crop(58, 0, 204, 180), (320, 180)) == Crop(60, 0, 200, 180)
    assert without_mixed_edges(Crop(0, 30, 320, 120), (320, 180)) == Crop(0, 32, 320, 116)
    assert without_mixed_edges(Crop(0, 0, 320, 180), (320, 180)) == Crop(0, 0, 320, 180)


def test_a_picture_without_bars_stays_whole(scene):
    assert content_crop(scene) == Crop(0, 0, 320, 180)


@pytest.mark.parametrize("level", [0, 255])
def test_an_empty_picture_stays_whole(scene, level):
    assert content_crop(np.full_like(scene, level)) == Crop(0, 0, 320, 180)


def test_a_plain_wall_of_middling_grey_is_no_bar(scene):
    scene[:, :, :80] = 128

    assert content_crop(scene) == Crop(0, 0, 320, 180)


def test_a_dark_room_with_a_spot_of_light_is_not_cut_down_to_the_spot(scene):
    dark = np.zeros_like(scene)
    dark[:, :, 150:190] = scene[:, :, 150:190]

    assert content_crop(dark) == Crop(0, 0, 320, 180)


def test_a_crop_grows_with_the_picture_and_keeps_even_sides():
    assert scaled_crop(Crop(58, 0, 205, 180), (320, 180), (1280, 720)) == Crop(232, 0, 820, 720)
    assert scaled_crop(Crop(1, 1, 3, 3), (10, 10), (15, 15)) == Crop(0, 0, 6, 6)
