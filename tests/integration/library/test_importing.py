"""What an import makes of clips, and what it keeps of what people said before."""

import shutil
from collections import deque
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from django.core.management import call_command

from choreography import selectors
from choreography.library.curation import correcting, editing
from choreography.library.importing.normalising import normalise_library
from choreography.models import AnalysisQuality, LibraryState, Move, MoveEmbedding, MoveStatus
from common import storage
from tests.integration.library.conftest import ROWS, Import, moves
from tests.integration.library.made_clips import Dance, annotation, write_annotations, write_couple
from video_processing import ingest
from video_processing.embeddings.layout import EMBEDDING_VERSION


def test_clips_become_moves_that_may_be_danced(library: list[Move]) -> None:
    assert [move.status for move in library] == [MoveStatus.PUBLISHED] * 3
    assert all(move.heard_grid == move.grid and move.keypoints_given and move.roles_given for move in library)
    assert all(np.linalg.norm(move.embedding.lead) == pytest.approx(1, abs=1e-3) for move in library)
    state = LibraryState.objects.get(name="main")
    assert state.normalised_version == state.version


@pytest.mark.parametrize("unseen", [(0,), (0, 1)], ids=["one dancer only", "nobody"])
def test_a_clip_without_a_couple_is_kept_and_flagged(bring: Import, clips: Path, unseen: tuple[int, ...]) -> None:
    write_couple(clips / "basic/basic_arms.mp4", Dance(unseen=unseen))

    report = bring(clips)

    lonely = Move.objects.get(library_path="basic/basic_arms.mp4")
    assert report["summary"] | {"categories": None} == {
        "clips": 3, "imported": 3, "unchanged": 0, "failed": 0, "flagged": 1, "categories": None,
    }  # fmt: skip
    assert (lonely.status, lonely.keypoints_key) == (MoveStatus.FLAGGED, "")
    assert "seen together in only 0" in lonely.flag_reason
    assert storage.exists(lonely.mezzanine_key) and storage.exists(lonely.poster_key)
    assert lonely not in selectors.danceable_moves()
    with pytest.raises(editing.UnpublishableError, match="cannot be danced"):
        editing.publish(lonely)
    with pytest.raises(editing.NoCoupleToCorrectError):
        editing.flip_roles(lonely)


def test_a_clip_that_shows_its_couple_at_last_is_danced(bring: Import, clips: Path) -> None:
    write_couple(clips / "basic/basic_arms.mp4", Dance(unseen=(0,)))
    bring(clips)
    write_couple(clips / "basic/basic_arms.mp4", Dance())

    assert bring(clips)["summary"]["imported"] == 1

    assert [move.status for move in moves()] == [MoveStatus.PUBLISHED] * 3
    assert all(hasattr(move, "embedding") for move in moves())


def test_what_a_person_said_survives_another_import(bring: Import, library: list[Move], clips: Path) -> None:
    move = library[0]
    correcting.shift_move(move, 120.0)
    editing.set_count1_beat(move, 3)
    editing.flag(move, "The picture shakes.")
    said = moves()[0]
    write_annotations(clips, [ROWS[0] | {"notes": "Soft knees."}, *ROWS[1:]])

    assert bring(clips)["summary"]["imported"] == 1

    again = moves()[0]
    assert again.notes == "Soft knees."
    assert (again.av_offset_ms, again.count1_beat, again.grid) == (120.0, 3, said.grid)
    assert (again.status, again.flag_reason) == (MoveStatus.FLAGGED, "The picture shakes.")


def test_what_was_said_of_another_film_is_forgotten(bring: Import, library: list[Move], clips: Path) -> None:
    correcting.shift_move(library[0], 120.0)
    shutil.copy(clips / "spin/left_spin.mp4", clips / "basic/basic_arms.mp4")
    with (clips / "basic/basic_arms.mp4").open("ab") as film:
        film.write(b"\x00\x00\x00\x08free")

    bring(clips)

    assert (moves()[0].av_offset_ms, moves()[0].count1_beat) == (0.0, None)
    assert moves()[0].grid == moves()[0].heard_grid


def test_files_of_the_move_before_are_removed(bring: Import, library: list[Move], clips: Path) -> None:
    before = library[0]
    write_annotations(clips, [ROWS[0] | {"notes": "New."}, *ROWS[1:]])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.db.transaction.on_commit", lambda then, **_: then())
        bring(clips)

    after = moves()[0]
    assert after.id == before.id
    assert not storage.exists(before.mezzanine_key)
    assert storage.exists(after.mezzanine_key)


def test_a_clip_that_cannot_be_stored_leaves_no_file(
    bring: Import, clips: Path, settings: object, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise storage.StorageFullError

    monkeypatch.setattr("choreography.library.importing.storing._store", refuse)

    report = bring(clips)

    assert {clip["code"] for clip in report["failed_clips"]} == {"storage_full"}
    assert [path for path in (tmp_path / "media").rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(("quality", "rate_hz"), [("fast", 10.0), ("balanced", 15.0), ("high", 30.0)])
def test_a_quality_is_a_number_of_looks_a_second(
    db: None, clips: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, quality: str, rate_hz: float
) -> None:
    seen: list[float] = []

    def observe(*args: Any) -> None:
        seen.append(float(args[3]))
        deque(args[5], maxlen=0)

    def analyse(_: object) -> object:
        raise ingest.NoCoupleError("No dancer was seen in this clip.")

    detector = SimpleNamespace(budget_px=160 * 90)
    monkeypatch.setattr("choreography.library.importing.ingesting._detector", lambda _: detector)
    monkeypatch.setattr(ingest, "observe_clip", observe)
    monkeypatch.setattr(ingest, "analyse_couple", analyse)
    for sidecar in clips.rglob("*.pose.json"):
        sidecar.unlink()

    call_command("generate_embeddings", "--video_dir", clips, "--annotations", clips / "annotations.json",
                 "--workers", "1", "--quality", quality, "--report", tmp_path / "report.json")  # fmt: skip

    assert seen == [rate_hz] * 3
    assert AnalysisQuality(quality).rate_hz == rate_hz
    assert {move.flag_reason for move in Move.objects.all()} == {"No dancer was seen in this clip."}


def test_rows_and_files_that_never_were_clips_are_named(
    clips: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], db: None
) -> None:
    write_annotations(clips, [ROWS[0] | {"energy_level": "huge"}, ROWS[1], annotation("basic/gone.mp4")])

    call_command("generate_embeddings", "--video_dir", clips, "--annotations", clips / "annotations.json",
                 "--workers", "1", "--report", tmp_path / "report.json")  # fmt: skip

    said = capsys.readouterr().out
    assert "skipped basic/basic_arms.mp4: energy_level: Input should be 'low', 'medium' or 'high'" in said
    assert "skipped basic/gone.mp4: the file is missing" in said
    assert "skipped spin/left_spin.mp4: the clip has no annotation" in said
    assert "1 imported, 0 unchanged, 3 failed" in said


def test_the_same_name_in_two_folders_is_two_moves(bring: Import, clips: Path) -> None:
    (clips / "shadow").mkdir()
    for name in ("basic_step.mp4", "basic_step.pose.json"):
        shutil.copy(clips / "basic" / name, clips / "shadow" / name)
    write_annotations(clips, [*ROWS, annotation("shadow/basic_step.mp4", move_label="shadow", clip_id="basic_step")])

    bring(clips)

    assert Move.objects.filter(library_path__endswith="/basic_step.mp4").count() == 2


def test_moves_of_an_older_layout_are_measured_anew_without_their_films(library: list[Move]) -> None:
    fresh = [list(move.embedding.lead) for move in library]
    MoveEmbedding.objects.update(version=EMBEDDING_VERSION - 1, raw_features=b"")
    storage.delete(library[0].clip_key)

    normalise_library("main")

    assert {move.embedding.version for move in moves()} == {EMBEDDING_VERSION}
    np.testing.assert_allclose([move.embedding.lead for move in moves()], fresh, atol=1e-5)


def test_a_move_of_an_older_layout_whose_keypoints_are_gone_is_flagged_alone(library: list[Move]) -> None:
    MoveEmbedding.objects.filter(move=library[0]).update(version=EMBEDDING_VERSION - 1)
    storage.delete(library[0].keypoints_key)

    normalise_library("main")

    assert [move.status for move in moves()] == [MoveStatus.FLAGGED, MoveStatus.PUBLISHED, MoveStatus.PUBLISHED]
    assert "keypoints are unreadable" in moves()[0].flag_reason
