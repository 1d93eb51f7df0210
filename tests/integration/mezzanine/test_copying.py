"""Clips that are mezzanines already: their packets are copied, unless something about them is not as it should be."""

import json

import av
import numpy as np
import pytest

from video_processing.demo.couple.catalogue import DEMO_MOVES
from video_processing.demo.couple.library import make_clip, truth_path
from video_processing.media.container import UnreadableMediaError
from video_processing.media.content_crop import Crop
from video_processing.media.ffmpeg import run_ffmpeg
from video_processing.mezzanine import making
from video_processing.mezzanine.making import make_mezzanine
from video_processing.mezzanine.packets import read_index

MOVE = next(move for move in DEMO_MOVES if move.slug == "spins_both_ways")


@pytest.fixture(scope="module")
def clip(tmp_path_factory):
    """Return a demo clip of eight counts."""
    folder = tmp_path_factory.mktemp("library")
    make_clip(folder, MOVE)
    return folder / MOVE.video_path


@pytest.fixture(scope="module")
def beats_s(clip):
    """Return when its beats are."""
    return json.loads(truth_path(clip).read_text())["beat_times_s"]


@pytest.fixture
def encodings(monkeypatch):
    """Return the list of what is encoded from here on."""
    made = []
    run = making.run_ffmpeg
    monkeypatch.setattr(
        making, "run_ffmpeg", lambda arguments, **more: made.append(arguments) or run(arguments, **more)
    )
    return made


def pictures(path):
    with av.open(str(path)) as container:
        return [bytes(packet) for packet in container.demux(container.streams.video[0]) if packet.size]


def test_a_demo_clip_is_copied_packet_by_packet_at_its_own_times(clip, beats_s, encodings, tmp_path):
    info = make_mezzanine(clip, tmp_path / "m.mp4", beat_times_s=beats_s)

    assert encodings == []
    assert pictures(tmp_path / "m.mp4") == pictures(clip)
    np.testing.assert_allclose(read_index(tmp_path / "m.mp4").times_s, read_index(clip).times_s, atol=1e-4)
    frame_s = 1 / MOVE.filming_day.fps
    starts = np.array(info.keyframe_times_s)
    assert all(np.abs(starts - beat).min() <= frame_s / 2 + 1e-3 for beat in beats_s)


def test_a_copy_has_the_picture_alone(clip, beats_s, tmp_path):
    make_mezzanine(clip, tmp_path / "m.mp4", beat_times_s=beats_s)

    with av.open(str(tmp_path / "m.mp4")) as container:
        assert [stream.type for stream in container.streams] == ["video"]


def test_beats_heard_some_milliseconds_off_are_still_on_keyframes(clip, beats_s, encodings, tmp_path):
    for index, late_s in enumerate((-0.007, 0.007)):
        heard_s = [beat + late_s for beat in beats_s[1:]]
        make_mezzanine(clip, tmp_path / f"{index}.mp4", beat_times_s=heard_s)

    assert encodings == []


def test_a_beat_without_a_keyframe_has_the_clip_encoded(clip, beats_s, encodings, tmp_path):
    info = make_mezzanine(clip, tmp_path / "m.mp4", beat_times_s=[(beats_s[1] + beats_s[2]) / 2])

    assert len(encodings) == 1
    assert len(info.keyframe_times_s) == 2


def test_a_part_of_the_picture_has_the_clip_encoded(clip, beats_s, encodings, tmp_path):
    make_mezzanine(clip, tmp_path / "m.mp4", beat_times_s=beats_s, content=Crop(160, 0, 960, 720))

    assert len(encodings) == 1


@pytest.mark.parametrize("mirrored", ["-display_hflip", "-display_vflip"])
def test_a_clip_that_is_shown_mirrored_is_encoded(clip, beats_s, encodings, tmp_path, mirrored):
    run_ffmpeg([mirrored, "-i", f"file:{clip}", "-c", "copy", f"file:{tmp_path / 'mirrored.mp4'}"], timeout_s=60)

    make_mezzanine(tmp_path / "mirrored.mp4", tmp_path / "m.mp4", beat_times_s=beats_s)

    assert len(encodings) == 1


def test_damaged_pictures_are_never_copied(clip, beats_s, encodings, tmp_path):
    content = bytearray(clip.read_bytes())
    index = read_index(clip)
    for frame in range(20, 40):
        start, size = int(index.offsets[frame]), int(index.sizes[frame])
        content[start + 30 : start + size] = bytes(size - 30)
    damaged = tmp_path / "damaged.mp4"
    damaged.write_bytes(content)

    try:
        make_mezzanine(damaged, tmp_path / "m.mp4", beat_times_s=beats_s)
    except UnreadableMediaError:
        assert not (tmp_path / "m.mp4").exists()

    assert len(encodings) == 1
