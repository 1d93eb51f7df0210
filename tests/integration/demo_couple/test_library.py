"""The demo library on disk: what is filmed is what was danced, and the truth beside it says so."""

import json
from itertools import product

import cv2
import numpy as np
import pytest

from video_processing.demo.couple.catalogue import DEMO_MOVES
from video_processing.demo.couple.clip import FLASH_PX
from video_processing.demo.couple.joints import VISIBLE
from video_processing.demo.couple.library import make_demo_library, truth_path
from video_processing.media.contact_sheet import EmptySheetError, SheetRow, make_contact_sheet
from video_processing.media.frames import Crop, read_frames
from video_processing.media.probe import probe_clip
from video_processing.pose.keypoints import FOLLOW, LEAD, CoupleTrack
from video_processing.pose.sidecar import read_sidecar, sidecar_path

MOVE = next(move for move in DEMO_MOVES if move.slug == "right_turn")
FLASH_LUMA = 200


@pytest.fixture(scope="module")
def flash_library(tmp_path_factory):
    """Return a library of one clip with a flash on every beat."""
    directory = tmp_path_factory.mktemp("library")
    make_demo_library(directory, [MOVE], workers=1, flash_on_beats=True)
    return directory


@pytest.fixture
def video(flash_library):
    """Return that clip."""
    return flash_library / MOVE.video_path


def truth_of(video):
    return json.loads(truth_path(video).read_text(encoding="utf-8"))


def test_the_clip_is_a_720p_video_with_sound_as_long_as_its_counts(video):
    probe = probe_clip(video)
    assert (probe.width_px, probe.height_px) == (1280, 720)
    assert probe.has_audio
    assert probe.duration_s == pytest.approx((1 + 16 + 1.5) * 60.0 / MOVE.tempo_bpm, abs=0.1)


def test_the_flash_falls_on_the_frame_nearest_each_beat(video):
    fps = MOVE.filming_day.fps
    lit = [
        round(frame.time_s * fps)
        for frame in read_frames(video, fps)
        if frame.rgb[: FLASH_PX - 8, : FLASH_PX - 8].mean() > FLASH_LUMA
    ]
    frames = len(read_sidecar(sidecar_path(video)).track.times_s)
    beats = {round(beat * fps) for beat in truth_of(video)["beat_times_s"]}
    assert lit == sorted(beat for beat in beats if beat < frames)


def test_count_1_comes_a_beat_after_the_start_and_every_eight_beats(video):
    truth = truth_of(video)
    first = truth["beat_times_s"][truth["count1_beats"][0]]
    assert first == pytest.approx(60.0 / MOVE.tempo_bpm, abs=0.002)
    assert np.diff(truth["count1_beats"]).tolist() == [8] * (len(truth["count1_beats"]) - 1)


def test_the_sidecar_names_both_roles_in_every_frame(video):
    sidecar = read_sidecar(sidecar_path(video))
    frames = sum(1 for _ in read_frames(video, MOVE.filming_day.fps))
    assert sidecar.roles_known
    assert sidecar.track.keypoints_px.shape == (2, frames, 17, 3)
    assert np.isfinite(sidecar.track.keypoints_px).all()
    assert set(np.unique(sidecar.track.keypoints_px[..., 2])) <= {0.0, 0.5, 1.0}


def test_the_joints_lie_on_their_own_dancer(video):
    track = read_sidecar(sidecar_path(video)).track
    colours = np.array([outfit.top_colour for outfit in MOVE.filming_day.outfits], dtype=float)
    right = []
    for index, frame in enumerate(read_frames(video, MOVE.filming_day.fps)):
        joints = track.keypoints_px[:, index]
        for role, side in product((LEAD, FOLLOW), (0, 1)):
            flank = joints[role, [5 + side, 11 + side]]
            if index % 5 == 0 and (flank[:, 2] == VISIBLE).all():
                x, y = flank[:, :2].mean(axis=0).astype(int)
                hue = frame.rgb[y, x] / max(1, frame.rgb[y, x].sum())
                nearest = np.abs(hue - colours / colours.sum(axis=1, keepdims=True)).sum(axis=1).argmin()
                right.append(nearest == role)
    assert len(right) > 10
    assert np.mean(right) > 0.8


def test_annotations_describe_the_clip(flash_library):
    document = json.loads((flash_library / "bachata_annotations.json").read_text(encoding="utf-8"))
    assert [clip["video_path"] for clip in document["clips"]] == [MOVE.video_path]
    assert document["clips"][0]["move_label"] == "ladyturn"
    assert document["clips"][0]["difficulty"] == "beginner"


def test_an_unchanged_clip_is_kept_and_a_broken_one_is_filmed_again(flash_library, video):
    before = video.stat().st_mtime_ns
    assert make_demo_library(flash_library, [MOVE], workers=1, flash_on_beats=True).kept == (MOVE.video_path,)
    assert video.stat().st_mtime_ns == before
    truth_path(video).unlink()
    said = []
    again = make_demo_library(
        flash_library, [MOVE], workers=1, flash_on_beats=True, progress=lambda *report: said.append(report)
    )
    assert again.made == (MOVE.video_path,)
    assert said == [(1, 1, "Right turn")]


def test_the_same_move_is_filmed_the_same(flash_library, video, tmp_path):
    make_demo_library(tmp_path, [MOVE], workers=1, flash_on_beats=True)
    assert (tmp_path / MOVE.video_path).read_bytes() == video.read_bytes()
    assert sidecar_path(tmp_path / MOVE.video_path).read_bytes() == sidecar_path(video).read_bytes()


def test_a_contact_sheet_shows_four_counts_and_marks_the_roles(video, tmp_path):
    truth, track = truth_of(video), read_sidecar(sidecar_path(video)).track
    row = SheetRow(video, "Vuelta a la derecha ñ", np.array(truth["beat_times_s"]), truth["count1_beats"][0], track)
    bare = SheetRow(video, row.title, row.beat_times_s, row.count1_beat)
    make_contact_sheet([row, bare], tmp_path / "sheet.png")
    sheet = cv2.imread(str(tmp_path / "sheet.png"))
    marked, unmarked = np.split(sheet, 2)
    assert (marked != unmarked).any()
    assert marked[:, -320:].std() > 10


def test_roles_are_marked_where_the_dancers_are_when_bars_were_cut_away(video, tmp_path):
    truth, track = truth_of(video), read_sidecar(sidecar_path(video)).track
    barred = track.keypoints_px.copy()
    barred[..., 0] += 400
    barred[..., 1] += 100
    beside = CoupleTrack(track.times_s, barred, track.width_px + 600, track.height_px + 100)
    content = Crop(400, 100, track.width_px, track.height_px)
    rows = [
        SheetRow(video, "Turn", np.array(truth["beat_times_s"]), truth["count1_beats"][0], *where)
        for where in ((track,), (beside, content), (beside,))
    ]
    make_contact_sheet(rows, tmp_path / "sheet.png")
    plain, cropped, whole = np.split(cv2.imread(str(tmp_path / "sheet.png")), 3)
    assert (plain == cropped).all()
    assert (plain != whole).any()


def test_a_contact_sheet_of_nothing_is_refused(tmp_path):
    with pytest.raises(EmptySheetError):
        make_contact_sheet([], tmp_path / "sheet.png")
