"""Clips whose dancers are looked for: seen while the mezzanine is made, or afterwards where that is a copy."""

from dataclasses import dataclass, field

import av
import numpy as np
import pytest

from video_processing.demo.couple.catalogue import DEMO_MOVES
from video_processing.demo.couple.clip import dance_take, film_take
from video_processing.ingest import PoseModelNeededError, ingest_clip
from video_processing.media.container import UnreadableMediaError
from video_processing.media.ffmpeg import run_ffmpeg
from video_processing.pose.detections import FrameDetections
from video_processing.pose.storage import unpack_track

HEIGHTS = np.repeat([0.08, 0.2, 0.35, 0.48, 0.52, 0.72, 0.94], [5, 2, 2, 2, 2, 2, 2])
"""Of the 17 COCO keypoints of somebody who stands, from the top of the picture."""

SIDES = np.where(np.arange(17) % 2, 0.03, -0.03)


@dataclass
class StillCouple:
    """Sees two people who stand, in any picture, and remembers how many pictures it was shown."""

    threads: int = 2
    budget_px: int = 320 * 180
    sizes_px: list[tuple[int, int]] = field(default_factory=list)

    def detect_one(self, frame):
        height, width = frame.shape[:2]
        self.sizes_px.append((width, height))
        people = [np.stack([(middle + SIDES) * width, HEIGHTS * height], axis=1) for middle in (0.4, 0.55)]
        boxes = np.array([[*one.min(axis=0), *one.max(axis=0)] for one in people])
        keypoints = np.concatenate([np.stack(people), np.full((2, 17, 1), 0.9)], axis=-1)
        return FrameDetections(boxes, np.array([0.9, 0.8]), keypoints)


@pytest.fixture(scope="module")
def filmed(tmp_path_factory):
    """A demo clip, which is a mezzanine already."""
    path = tmp_path_factory.mktemp("filmed") / "clip.mp4"
    film_take(dance_take(DEMO_MOVES[0]), path)
    return path


@pytest.fixture(scope="module")
def encoded(filmed):
    """The same as a phone would have it: smaller, with keyframes anywhere."""
    path = filmed.with_name("encoded.mp4")
    arguments = ["-i", str(filmed), "-vf", "scale=640:360", "-c:v", "libx264", "-preset", "veryfast", "-c:a", "copy"]
    run_ffmpeg([*arguments, str(path)], timeout_s=60)
    return path


@pytest.mark.parametrize("name", ["filmed", "encoded"])
def test_every_picture_is_looked_at_once_whether_it_is_copied_or_encoded(request, tmp_path, name):
    clip, detector = request.getfixturevalue(name), StillCouple()

    found = ingest_clip(clip, tmp_path, sidecar=None, detector=detector, rate_hz=10.0)

    n_looks = len(found.couple.track.times_s)
    assert n_looks == pytest.approx(10 * found.info.duration_s, abs=1)
    assert len(detector.sizes_px) == n_looks
    assert found.mezzanine_path.stat().st_size == found.mezzanine.bytes
    assert found.poster_path.is_file()
    assert found.keypoints_path.is_file()


def test_the_keypoints_know_what_is_shown_of_a_clip_with_a_bar_on_one_side(encoded, tmp_path):
    barred = tmp_path / "barred.mp4"
    bar = ["-vf", "pad=960:360:0:0:white", "-c:v", "libx264", "-preset", "veryfast", "-c:a", "copy"]
    run_ffmpeg(["-i", str(encoded), *bar, str(barred)], timeout_s=60)

    found = ingest_clip(barred, tmp_path, sidecar=None, detector=StillCouple(), rate_hz=10.0)

    assert unpack_track(found.keypoints_path.read_bytes()).shown_xywh_px == pytest.approx((0, 0, 640, 360), abs=6)


def test_both_ways_of_looking_give_the_same(encoded, tmp_path, monkeypatch):
    besides, alone = tmp_path / "besides", tmp_path / "alone"
    for folder in (besides, alone):
        folder.mkdir()
    one = ingest_clip(encoded, besides, sidecar=None, detector=StillCouple())
    monkeypatch.setattr("video_processing.media.second_output.PictureOutput.describe", lambda _: [])
    other = ingest_clip(encoded, alone, sidecar=None, detector=StillCouple())

    np.testing.assert_allclose(one.couple.track.times_s, other.couple.track.times_s, atol=1e-9)
    np.testing.assert_array_equal(one.couple.appearance, other.couple.appearance)
    assert one.mezzanine.sha256 == other.mezzanine.sha256


def test_a_damaged_clip_is_refused_for_its_damage_not_for_lost_pictures(encoded, tmp_path):
    with av.open(str(encoded)) as container:
        entries = [(entry.pos, entry.size) for entry in container.streams.video[0].index_entries]
    content = bytearray(encoded.read_bytes())
    for start, size in entries[len(entries) // 2 :]:  # behind the pictures in which bars are looked for
        content[start : start + size] = bytes(size)
    damaged, detector = tmp_path / "damaged.mp4", StillCouple()
    damaged.write_bytes(content)

    with pytest.raises(UnreadableMediaError, match="Some pictures of this clip are damaged"):
        ingest_clip(damaged, tmp_path, sidecar=None, detector=detector)

    assert detector.sizes_px


def test_without_a_pose_model_nothing_is_made(encoded, tmp_path):
    with pytest.raises(PoseModelNeededError):
        ingest_clip(encoded, tmp_path, sidecar=None, detector=None)
    assert not list(tmp_path.iterdir())
