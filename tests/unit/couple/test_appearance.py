import cv2
import numpy as np

from video_processing.couple.appearance import HISTOGRAM_SIZE, appearances, torso_of
from video_processing.pose.detections import FrameDetections, no_detections


def painted(figure, shirt, trousers):
    """Return a frame with one figure of two colours on grey, and its detection."""
    frame = np.full((720, 1280, 3), 128, dtype=np.uint8)
    person = figure(640.0)
    joints = person[:, :2].round().astype(np.int32)
    cv2.fillPoly(frame, [joints[[5, 6, 12, 11]]], shirt)
    for leg in ((11, 13, 15), (12, 14, 16)):
        cv2.polylines(frame, [joints[list(leg)]], False, trousers, 30)
    return frame, FrameDetections(np.array([[560.0, 200, 720, 500]]), np.array([0.9]), person[None])


def test_a_red_shirt_over_blue_trousers_is_seen_as_red_over_blue(figure):
    row = appearances(*painted(figure, (255, 0, 0), (0, 0, 255)))[0]

    torso, legs = row[:HISTOGRAM_SIZE], row[HISTOGRAM_SIZE:]
    assert torso[:48].argmax() // 4 == 0
    assert legs[:48].argmax() // 4 == 120 // 15
    np.testing.assert_allclose([torso[:48].sum(), torso[48:].sum(), legs[:48].sum(), legs[48:].sum()], 1.0)


def test_white_and_black_differ_in_value(figure):
    white = torso_of(appearances(*painted(figure, (250, 250, 250), (0, 0, 0))))[0]
    black = torso_of(appearances(*painted(figure, (5, 5, 5), (0, 0, 0))))[0]

    assert np.sum((np.sqrt(white) - np.sqrt(black)) ** 2) > 1.5


def test_unsure_shoulders_make_no_torso(figure):
    frame, people = painted(figure, (255, 0, 0), (0, 0, 255))
    people.keypoints_px[0, 5, 2] = 0.1

    row = appearances(frame, people)[0]

    assert np.isnan(torso_of(row)).all()
    assert np.isfinite(row[HISTOGRAM_SIZE:]).all()


def test_a_dancer_outside_the_picture_wears_nothing_known(figure):
    frame, people = painted(figure, (255, 0, 0), (0, 0, 255))

    assert np.isnan(appearances(frame, people.moved(1.0, (5000.0, 0.0)))).all()


def test_nobody_wears_nothing():
    assert appearances(np.zeros((72, 128, 3), dtype=np.uint8), no_detections()).shape == (0, 112)
