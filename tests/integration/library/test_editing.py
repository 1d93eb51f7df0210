"""What curators correct: roles, counts, the offset of the pictures, and whether a move is danced at all."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from django.core.management import CommandError, call_command
from procrastinate.contrib.django.models import ProcrastinateJob
from pytest_django.fixtures import Settings

from choreography import selectors
from choreography.generation.library import plannable_moves
from choreography.library.curation import correcting, editing
from choreography.library.importing.deriving import kept_track
from choreography.library.importing.normalising import normalise_library
from choreography.models import LibraryRun, LibraryState, LibraryTask, LibraryTaskKind, Move, MoveEmbedding, MoveStatus
from common import storage
from tests.integration.library.conftest import moves
from video_processing.mezzanine.packets import read_index
from video_processing.music.serialization import grid_from_dict


def version() -> int:
    return LibraryState.objects.get(name="main").version


def test_a_person_who_exchanges_the_roles_is_believed(library: list[Move]) -> None:
    move, before = library[0], kept_track(library[0])
    lead, follow = list(move.embedding.lead), list(move.embedding.follow)
    was = version()

    correcting.flip_move_roles(move)
    normalise_library("main")

    flipped = moves()[0]
    np.testing.assert_array_equal(kept_track(flipped).keypoints_px, before.keypoints_px[::-1])
    assert kept_track(flipped).shown_xywh_px == before.shown_xywh_px == (0.0, 0.0, before.width_px, before.height_px)
    assert flipped.roles_given and flipped.role_confidence == 1.0
    assert version() > was
    assert not np.allclose(flipped.embedding.lead, lead)
    correcting.flip_move_roles(flipped)
    normalise_library("main")
    np.testing.assert_allclose(moves()[0].embedding.lead, lead, atol=1e-5)
    np.testing.assert_allclose(moves()[0].embedding.follow, follow, atol=1e-5)


def test_a_count_1_that_is_said_while_the_counts_are_laid_anew_stays(
    library: list[Move], monkeypatch: pytest.MonkeyPatch
) -> None:
    make = correcting._mezzanine

    def meanwhile(*told: Any) -> Any:
        editing.correct_count1(Move.objects.get(id=library[0].id), 2)
        return make(*told)

    monkeypatch.setattr(correcting, "_mezzanine", meanwhile)

    correcting.shift_move(library[0], 80.0)

    now = moves()[0]
    assert (now.av_offset_ms, now.count1_beat) == (80.0, 2)
    assert 2 in now.grid["count1_beats"]


def test_an_offset_that_is_set_while_another_is_keeps_count_1_on_its_beat(
    library: list[Move],
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Any,
) -> None:
    make = correcting._mezzanine
    editing.correct_count1(library[0], 2)

    def meanwhile(*told: Any) -> Any:
        monkeypatch.setattr(correcting, "_mezzanine", make)
        correcting.shift_move(Move.objects.get(id=library[0].id), -600.0)
        return make(*told)

    monkeypatch.setattr(correcting, "_mezzanine", meanwhile)

    with django_capture_on_commit_callbacks(execute=True):
        correcting.shift_move(Move.objects.get(id=library[0].id), 80.0)

    now = moves()[0]
    assert (now.av_offset_ms, now.count1_beat) == (80.0, 2)
    files = (Path(settings.MEDIA_ROOT) / now.mezzanine_key).parent.glob("mezzanine*")
    assert [path.name for path in files] == [Path(now.mezzanine_key).name]


def test_an_exchange_that_is_broken_off_changes_nothing(library: list[Move], settings: Settings) -> None:
    before = moves()[0]

    def break_off(_: Move) -> None:
        raise storage.StorageFullError

    with pytest.raises(storage.StorageFullError):
        correcting.flip_move_roles(library[0], in_transaction=break_off)

    now = moves()[0]
    assert (now.keypoints_key, now.roles_given) == (before.keypoints_key, before.roles_given)
    assert bytes(now.embedding.raw_features) == bytes(before.embedding.raw_features)
    folder = Path(settings.MEDIA_ROOT) / before.keypoints_key
    assert [path.name for path in folder.parent.glob("keypoints*")] == ["keypoints.npz"]


def test_count_1_that_a_person_said_is_the_only_way_in(library: list[Move]) -> None:
    unsure = next(move for move in plannable_moves() if move.move_id == str(library[0].id))
    beat = int(grid_from_dict(library[0].grid).downbeat_beats[0]) + 2
    task = editing.set_count1_beat(library[0], beat)

    sure = next(move for move in plannable_moves() if move.move_id == str(library[0].id))
    assert unsure.downbeat_beats is not None
    assert sure.downbeat_beats is None
    assert beat in sure.count1_beats
    assert set(np.diff(sure.count1_beats)) == {8}
    assert task is not None and task.kind == LibraryTaskKind.DERIVE
    assert moves()[0].count1_beat == beat


def test_count_1_on_a_bar_that_was_heard_needs_no_work(library: list[Move]) -> None:
    other_bar = int(grid_from_dict(library[0].grid).downbeat_beats[1])

    assert editing.set_count1_beat(library[0], other_bar) is None
    assert LibraryTask.objects.count() == 0


def test_count_1_taken_back_is_what_was_heard(library: list[Move]) -> None:
    heard = library[0].grid
    editing.set_count1_beat(library[0], 3)
    editing.set_count1_beat(library[0], None)

    assert (moves()[0].grid, moves()[0].count1_beat) == (heard, None)


@pytest.mark.parametrize("beat", [-1, 10_000])
def test_a_beat_that_the_move_does_not_have_is_refused(library: list[Move], beat: int) -> None:
    was = version()
    with pytest.raises(editing.BadCorrectionError, match="has the beats 0 to"):
        editing.set_count1_beat(library[0], beat)
    assert (version(), moves()[0].count1_beat) == (was, None)


@pytest.mark.parametrize("offset_ms", [200.0, -200.0])
def test_an_offset_moves_the_counts_on_the_pictures(library: list[Move], offset_ms: float) -> None:
    before = grid_from_dict(library[0].grid)
    correcting.shift_move(library[0], offset_ms)

    move = moves()[0]
    grid = grid_from_dict(move.grid)
    moved = before.beat_times_s + offset_ms / 1000
    expected = moved[(moved >= 0) & ((moved <= move.duration_s) | (offset_ms < 0))]
    np.testing.assert_allclose(grid.beat_times_s, expected, atol=1e-5)
    with storage.local_copy(move.mezzanine_key) as mezzanine:
        index = read_index(mezzanine)
    keyframes_s = index.times_s[index.keyframes]
    for times_s in (grid.beat_times_s, before.beat_times_s):
        inside = times_s[times_s <= index.times_s[-1]]
        assert np.abs(inside[:, None] - keyframes_s).min(axis=1).max() <= 0.051, "ten pictures a second"
    assert set(grid.count1_beats) <= set(grid.downbeat_beats)


def test_an_offset_taken_back_is_what_was_heard(library: list[Move]) -> None:
    heard = library[0].grid
    correcting.shift_move(library[0], -400.0)
    correcting.shift_move(moves()[0], 0.0)

    assert moves()[0].grid == heard


def test_count_1_stays_with_the_music_when_the_pictures_move(library: list[Move]) -> None:
    editing.set_count1_beat(library[0], 3)
    said_s = grid_from_dict(moves()[0].grid).beat_times_s[3]

    correcting.shift_move(moves()[0], 150.0)

    move = moves()[0]
    assert move.count1_beat is not None
    assert grid_from_dict(move.grid).beat_times_s[move.count1_beat] == pytest.approx(said_s + 0.15, abs=1e-5)


@pytest.mark.parametrize("offset_ms", [2000.1, float("nan"), float("inf")])
def test_an_offset_that_no_camera_has_is_refused(library: list[Move], offset_ms: float) -> None:
    with pytest.raises(editing.BadCorrectionError, match="between"):
        editing.set_av_offset(library[0], offset_ms)


def test_a_move_that_is_held_back_is_not_danced_until_somebody_publishes_it(library: list[Move]) -> None:
    was = version()
    editing.flag(library[0], "  The lead\nlooks away. ")

    held = moves()[0]
    assert (held.status, held.flag_reason) == (MoveStatus.FLAGGED, "The lead looks away.")
    assert held not in selectors.danceable_moves()
    normalise_library("main")
    assert moves()[0].status == MoveStatus.FLAGGED, "no normalisation publishes it"
    editing.publish(moves()[0])
    assert (moves()[0].status, moves()[0].flag_reason) == (MoveStatus.PUBLISHED, "")
    assert version() == was + 2
    state = LibraryState.objects.get(name="main")
    assert state.version == state.normalised_version, "no vector has changed"


def test_a_flag_needs_a_reason(library: list[Move]) -> None:
    with pytest.raises(editing.BadCorrectionError, match="Say why"):
        editing.flag(library[0], " \n ")


def test_a_move_with_a_broken_vector_cannot_be_published(library: list[Move]) -> None:
    editing.flag(library[0], "Look at this.")
    MoveEmbedding.objects.filter(move=library[0]).update(audio=[0.5] * 128)

    with pytest.raises(editing.UnpublishableError, match="audio: has norm"):
        editing.publish(library[0])
    assert Move.objects.get(id=library[0].id).held_reason == "Look at this."


def test_a_move_made_anew_is_the_same(library: list[Move]) -> None:
    before = library[0]
    correcting.reimport_move(before)
    normalise_library("main")

    after = moves()[0]
    assert (after.id, after.name, after.grid, after.clip_key) == (before.id, before.name, before.grid, before.clip_key)
    np.testing.assert_allclose(after.embedding.lead, before.embedding.lead, atol=0.02)
    assert after.keypoints_given and storage.exists(after.clip_key)


def test_asking_makes_one_task_and_its_job(library: list[Move]) -> None:
    tasks = [editing.flip_roles(library[0]), editing.set_av_offset(library[1], 80), editing.reimport(library[2])]

    assert [task.kind for task in tasks] == ["flip_roles", "shift", "reimport"]
    assert tasks[1].details == {"av_offset_ms": 80.0}
    assert ProcrastinateJob.objects.filter(queue_name="ingest").count() == 3
    assert LibraryRun.objects.filter(sealed=True, finished_at=None).count() == 3


def test_the_command_corrects_several_things_at_once(library: list[Move], capsys: pytest.CaptureFixture[str]) -> None:
    call_command("edit_move", "basic/basic_step.mp4", "--flip-roles", "--av-offset-ms", "90", "--count1-beat", "2",
                 "--flag", "Too dark.")  # fmt: skip

    move = moves()[1]
    assert "basic/basic_step.mp4: lead and follow exchanged" in capsys.readouterr().out
    assert (move.av_offset_ms, move.count1_beat, move.flag_reason) == (90.0, 2, "Too dark.")
    assert 2 in move.grid["count1_beats"]
    call_command("edit_move", str(move.id), "--count1-beat", "unknown", "--publish", "--reimport")
    assert (moves()[1].count1_beat, moves()[1].status) == (None, MoveStatus.PUBLISHED)
    assert moves()[1].av_offset_ms == 90.0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.mp4", "--publish"], "no such move"),
        (["basic/basic_step.mp4"], "Say what to change"),
        (["basic/basic_step.mp4", "--count1-beat", "one"], "number of a beat"),
        (["basic/basic_step.mp4", "--av-offset-ms", "9000"], "between"),
        (["basic/basic_step.mp4", "--publish", "--flag", "x"], "contradict"),
    ],
)
def test_the_command_says_what_is_wrong(library: list[Move], arguments: list[str], said: str) -> None:
    with pytest.raises(CommandError, match=said):
        call_command("edit_move", *arguments)
