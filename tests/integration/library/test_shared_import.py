"""An import on the queue, worked on here job by job: storage, fence, end of the run, lost workers."""

import shutil
from collections.abc import Callable
from pathlib import Path
from uuid import UUID, uuid4

import numpy as np
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from pytest_django.fixtures import Settings

from choreography.jobs.ingest import library_task
from choreography.library.curation import editing
from choreography.library.sharing import runs, working
from choreography.library.sharing.claims import claim_library_task, prefix_of
from choreography.library.sharing.following import progress_of
from choreography.library.sharing.queueing import queue_import
from choreography.library.sharing.sweeping import sweep_library
from choreography.library.sharing.working import work_on_task
from choreography.models import (
    AnalysisQuality,
    LibraryRun,
    LibraryState,
    LibraryTask,
    LibraryTaskKind,
    Move,
    MoveStatus,
    TaskStatus,
)
from choreography.queue.fence import SupersededError
from common import storage
from tests.integration.library.conftest import ROWS, Import, moves
from tests.integration.library.made_clips import Dance, annotation, write_annotations, write_couple

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def empty_queue(transactional_db: None) -> None:
    """Start without jobs: their tables are not Django's, so that it does not empty them between tests."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")


def queue(folder: Path, quality: AnalysisQuality = AnalysisQuality.BALANCED) -> LibraryRun:
    return queue_import(folder, folder / "annotations.json", quality=quality)


def waiting() -> list[UUID]:
    """Return the tasks whose jobs wait, oldest first."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT args->>'library_task_id' FROM procrastinate_jobs WHERE status = 'todo' ORDER BY id")
        return [UUID(row[0]) for row in cursor.fetchall()]


def lose_jobs() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")


def work(most: int = 100) -> int:
    """Do the waiting jobs one after the other, those that they call for included; return how many."""
    done = 0
    while done < most and (tasks := waiting()):
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM procrastinate_jobs WHERE args->>'library_task_id' = %s", [str(tasks[0])])
        library_task(str(tasks[0]))
        done += 1
    return done


def files(settings: Settings) -> set[str]:
    media = Path(settings.MEDIA_ROOT)
    return {path.relative_to(media).as_posix() for path in media.rglob("*") if path.is_file()}


def referred() -> set[str]:
    keys = ("clip_key", "mezzanine_key", "poster_key", "keypoints_key")
    return {key for row in Move.objects.values_list(*keys) for key in row if key}


def test_clips_wait_in_storage_until_workers_made_their_moves(clips: Path, settings: Settings) -> None:
    run = queue(clips)
    assert len(waiting()) == 3
    assert len(files(settings)) == 6, "three clips and their keypoints"
    shutil.rmtree(clips)

    assert work() == 4, "three clips and the normalisation"

    state = progress_of(run)
    assert (state.clips, state.done, state.failed, state.finished, state.trouble) == (3, 3, 0, True, ())
    assert [move.status for move in moves()] == [MoveStatus.PUBLISHED] * 3
    assert files(settings) == referred(), "no file is left over and none is missing"
    library = LibraryState.objects.get(name="main")
    assert library.version == library.normalised_version


def test_an_import_on_the_queue_is_the_same_as_one_here(bring: Import, clips: Path) -> None:
    queue(clips)
    work()
    shared = moves()
    Move.objects.all().delete()

    bring(clips)

    for one, other in zip(moves(), shared, strict=True):
        assert (one.library_path, one.grid, one.status) == (other.library_path, other.grid, other.status)
        for modality in ("lead", "follow", "interaction", "audio", "text"):
            np.testing.assert_allclose(
                getattr(one.embedding, modality), getattr(other.embedding, modality), atol=1e-5, err_msg=modality
            )


def test_what_is_in_the_library_already_is_not_queued(clips: Path) -> None:
    queue(clips)
    work()
    write_annotations(clips, [ROWS[0] | {"notes": "New."}, *ROWS[1:]])

    run = queue(clips)

    assert (run.unchanged, run.tasks.count()) == (2, 1)
    assert work() == 2
    again = queue(clips)
    again.refresh_from_db()
    assert (again.unchanged, work(), again.finished_at is not None) == (3, 0, True)


def test_bad_clips_are_told_apart_from_flagged_and_good_ones(clips: Path, settings: Settings) -> None:
    (clips / "basic/text.mp4").write_text("not a film")
    write_couple(clips / "spin/left_spin.mp4", Dance(unseen=(1,)))
    rows = [*ROWS, annotation("basic/text.mp4"), annotation("basic/gone.mp4"), annotation("x.mp4", move_label="samba")]
    write_annotations(clips, rows)

    run = queue(clips)
    work()

    state = progress_of(run)
    assert (state.done, state.failed, state.finished) == (3, 1, True)
    assert {(clip.outcome, clip.library_path) for clip in state.trouble} == {
        ("failed", "basic/text.mp4"), ("flagged", "spin/left_spin.mp4"),
        ("skipped", "basic/gone.mp4"), ("skipped", "x.mp4"),
    }  # fmt: skip
    assert all(clip.reason for clip in state.trouble)
    assert files(settings) == referred(), "the film that is none is not kept"


def test_a_worker_that_wakes_too_late_stores_nothing(
    clips: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    queue(clips)
    slept: list[list[object]] = []

    def sleep(stage: str) -> None:
        """Let others do all the work while the first worker is about to store."""
        if stage == "storing" and not slept:
            slept.append([])
            lose_jobs()
            assert sweep_library() == 3
            work()
            slept[0] += Move.objects.order_by("id").values()

    monkeypatch.setattr(working, "inject", sleep)
    sleeper = claim_library_task(waiting()[0])
    assert sleeper is not None

    with pytest.raises(SupersededError):
        work_on_task(sleeper)

    assert len(slept[0]) == 3
    assert list(Move.objects.order_by("id").values()) == slept[0]
    assert files(settings) == referred()


def test_the_third_lost_worker_ends_the_clip_and_the_run_goes_on(clips: Path, settings: Settings) -> None:
    run = queue(clips)
    bad = waiting()[0]
    for _ in range(3):
        claim_library_task(bad)
        storage.publish_bytes(b"half", f"{prefix_of(bad, LibraryTask.objects.get(id=bad).attempt)}/mezzanine.mp4")
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM procrastinate_jobs WHERE args->>'library_task_id' = %s", [str(bad)])
        assert sweep_library() == 1

    assert sweep_library() == 0
    work()
    state = progress_of(run)
    assert (state.done, state.failed, state.finished) == (2, 1, True)
    assert [clip.code for clip in state.trouble] == ["worker_lost"]
    assert files(settings) == referred()


def test_a_lost_normalisation_is_made_again(clips: Path) -> None:
    run = queue(clips)
    work(most=3)
    (normalising,) = waiting()
    claim_library_task(normalising)
    lose_jobs()

    assert not progress_of(run).finished
    sweep_library()
    work()

    assert progress_of(run).finished
    assert LibraryState.objects.get(name="main").normalised_version == LibraryState.objects.get(name="main").version


def test_a_run_whose_maker_died_is_ended(clips: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = queue(clips)
    LibraryRun.objects.update(sealed=False)
    work()
    assert not progress_of(run).finished

    sweep_library()
    assert not progress_of(run).finished, "it may still be at it"
    monkeypatch.setattr(runs, "FORGOTTEN_AFTER", -runs.FORGOTTEN_AFTER)
    sweep_library()
    work()

    assert progress_of(run).finished


def test_a_finished_task_and_an_unknown_one_are_not_claimed(clips: Path) -> None:
    queue(clips)
    tasks = waiting()
    work()

    assert claim_library_task(tasks[0]) is None
    assert claim_library_task(uuid4()) is None


def test_the_same_clip_twice_on_the_queue_is_one_move(clips: Path, settings: Settings) -> None:
    queue(clips)
    queue(clips)

    work()

    assert Move.objects.count() == 3
    assert files(settings) == referred()


@pytest.mark.parametrize(
    ("ask", "holds"),
    [
        (editing.flip_roles, lambda before, after: after.keypoints_key != before.keypoints_key),
        (lambda move: editing.set_av_offset(move, 90), lambda _, after: after.av_offset_ms == 90.0),
        (editing.reimport, lambda before, after: after.mezzanine_key != before.mezzanine_key),
        (lambda move: editing.set_count1_beat(move, 3), lambda _, after: after.count1_beat == 3),
    ],
    ids=["roles", "offset", "import again", "count 1"],
)
def test_a_correction_that_is_asked_for_is_done_by_a_worker(
    library: list[Move], settings: Settings, ask: Callable[[Move], LibraryTask], holds: Callable[[Move, Move], bool]
) -> None:
    before = Move.objects.get(id=library[0].id)
    was = LibraryState.objects.get(name="main").version
    task = ask(library[0])

    assert work() == 2, "the correction and the normalisation"

    task.refresh_from_db()
    assert (task.status, task.reason) == (TaskStatus.COMPLETED, "")
    assert holds(before, moves()[0])
    state = LibraryState.objects.get(name="main")
    assert state.version > was and state.version == state.normalised_version
    assert files(settings) == referred()


def test_a_correction_that_cannot_be_done_says_why(library: list[Move]) -> None:
    task = editing.set_av_offset(library[0], 90)
    storage.delete(library[0].clip_key)

    work()

    task.refresh_from_db()
    assert (task.status, task.error_code) == (TaskStatus.FAILED, "media_missing")
    assert "gone from storage" in task.reason
    assert moves()[0].av_offset_ms == 0.0


def test_the_command_prints_a_run_whose_state_another_command_tells(
    clips: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("generate_embeddings", "--queue", "--video_dir", clips, "--annotations", clips / "annotations.json",
                 "--quality", "fast")  # fmt: skip
    run_id = UUID(capsys.readouterr().out.splitlines()[0])
    assert LibraryRun.objects.get(id=run_id).quality == "fast"

    call_command("generate_embeddings", "--status", str(run_id))
    assert "0 of 3 done, 0 failed, 0 unchanged; 0 in work, 3 waiting" in capsys.readouterr().out
    work()
    call_command("generate_embeddings", "--status", str(run_id), "--wait")
    assert "3 of 3 done, 0 failed, 0 unchanged; finished" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--status", str(uuid4())], "no such run"),
        (["--queue"], "--video_dir and --annotations are needed"),
        (["--video_dir", ".", "--annotations", "x.json", "--wait"], "--queue or --status"),
        (["--queue", "--video_dir", "/nowhere", "--annotations", "/nowhere.json"], "no annotations file"),
    ],
)
def test_the_command_says_what_is_wrong(arguments: list[str], said: str) -> None:
    with pytest.raises(CommandError, match=said):
        call_command("generate_embeddings", *arguments)
    assert LibraryRun.objects.count() == 0


def test_a_run_of_nothing_but_bad_clips_ends_with_an_error(clips: Path) -> None:
    for film in clips.rglob("*.mp4"):
        film.write_text("not a film")
    run = queue(clips)
    work()

    with pytest.raises(CommandError, match="No clip could be imported"):
        call_command("generate_embeddings", "--status", str(run.id))
    assert run.tasks.filter(kind=LibraryTaskKind.NORMALISE).count() == 0
