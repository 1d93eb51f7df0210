from dataclasses import replace

import numpy as np
import pytest

from video_processing.pose.keypoints import CoupleTrack
from video_processing.pose.storage import KeypointFileError, pack_track, unpack_track


@pytest.fixture
def track() -> CoupleTrack:
    """Twelve seconds at 15 frames a second with the detector's noise, partly unseen, partly outside the picture."""
    chance = np.random.default_rng(0)
    times = np.arange(180) / 15
    keypoints = np.empty((2, 180, 17, 3))
    sway = 300 * np.sin(times)[None, :, None, None]
    keypoints[..., :2] = chance.uniform(0, 700, (2, 1, 17, 2)) + sway + chance.normal(0, 2, (2, 180, 17, 2)) - 100
    keypoints[..., 2] = chance.uniform(0, 1, (2, 180, 17))
    keypoints[1, 40:60] = np.nan
    return CoupleTrack(times, keypoints, 1280, 720)


def test_positions_return_to_a_sixteenth_of_a_pixel(track):
    again = unpack_track(pack_track(track))

    np.testing.assert_allclose(again.keypoints_px[..., :2], track.keypoints_px[..., :2], atol=1 / 16 + 1e-9)
    np.testing.assert_allclose(again.keypoints_px[..., 2], track.keypoints_px[..., 2], atol=0.5 / 255 + 1e-9)
    np.testing.assert_allclose(again.times_s, track.times_s, atol=1e-6)
    assert (again.width_px, again.height_px) == (1280, 720)


@pytest.mark.parametrize("shown", [None, (236.0, 0.0, 808.0, 720.0)])
def test_the_shown_part_returns(track, shown):
    assert unpack_track(pack_track(replace(track, shown_xywh_px=shown))).shown_xywh_px == shown


def test_what_was_not_seen_stays_unseen(track):
    np.testing.assert_array_equal(unpack_track(pack_track(track)).present(), track.present())


def test_packing_twice_gives_the_same_bytes(track):
    once = unpack_track(pack_track(track))

    np.testing.assert_array_equal(unpack_track(pack_track(once)).keypoints_px, once.keypoints_px)


def test_twelve_seconds_take_less_than_sixty_kilobytes(track):
    assert len(pack_track(track)) < 60_000


@pytest.mark.parametrize("damage", [lambda content: content[:-100], lambda content: content[:50], lambda _: b"no"])
def test_a_damaged_file_is_refused(track, damage):
    with pytest.raises(KeypointFileError, match="damaged"):
        unpack_track(damage(pack_track(track)))
