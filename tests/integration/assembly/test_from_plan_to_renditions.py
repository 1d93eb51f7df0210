"""From a plan to its video, an edit and every further file: real clips and real jobs, only the queue is skipped."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from django.utils import timezone
from PIL import Image
from rest_framework.test import APIClient

from choreography.edits.sweeping import release_superseded
from choreography.generation import assembly, outputs
from choreography.generation.assembly import assemble_task
from choreography.generation.editing import edit_task
from choreography.jobs.running import run_claimed, run_held
from choreography.management.shell import Dance, Failure, dance_song
from choreography.models import Choreography, ChoreographyTask, Move, Rendition, TaskPhase
from choreography.renditions.fence import claim_rendition
from choreography.renditions.kinds import wanted_from_text
from choreography.renditions.making import rendition_task
from common import storage
from tests.made_dances import WISH, store_dance, store_library, store_song
from tests.unit.planning.conftest import made_move, made_song
from users.models import User
from video_processing.assembly.fast import assemble_fast
from video_processing.mezzanine.making import make_mezzanine
from video_processing.mezzanine.parameters import MEZZANINE
from video_processing.music.grid import BeatGrid

pytestmark = pytest.mark.django_db
API = "/api/choreography"
FRAME_S = 1 / 23.9


@pytest.fixture
def dance(owner: User, moves: dict[Fraction, Any], song: Any) -> Choreography:
    """A choreography of clips that flash on their beats, to a song that clicks on its."""
    beats_s = song.beats_s[: 2 + 8 * 7 + 1]
    analysis = replace(made_song((8,) * 7, lead_in_beats=2, tail_beats=0), duration_s=song.duration_s)
    analysis = replace(
        analysis,
        grid=BeatGrid(127.0, beats_s, np.arange(2, len(beats_s), 8), np.arange(2, len(beats_s), 8), {"beat": 1.0}),
        beat_level_db=np.full(len(beats_s), -18.0),
        phrase_energy_db=analysis.phrase_energy_db[: len(np.arange(2, len(beats_s), 8))],
    )
    stored = store_song(analysis, owner)
    stored.audio_key = "songs/made.m4a"
    stored.save()
    storage.publish(song.aac, stored.audio_key)
    library = [
        made_move(
            number,
            beat_times_s=np.array(clip.beats_s),
            count1_beats=np.array([2]),
            states=None,
            difficulty="beginner" if number % 2 else "intermediate",
        )
        for number, clip in enumerate(moves.values())
    ]
    for row, clip in zip(store_library(library), moves.values(), strict=True):
        storage.publish(clip.mezzanine, row.mezzanine_key)
        Move.objects.filter(id=row.id).update(clip_key=row.mezzanine_key)
    return store_dance(owner, stored, WISH)


def run(task_id: str) -> ChoreographyTask:
    """Do what the workers would."""
    run_claimed(task_id, TaskPhase.PLANNING, edit_task)  # type: ignore[arg-type]
    run_claimed(task_id, TaskPhase.ASSEMBLY, assemble_task)  # type: ignore[arg-type]
    task = ChoreographyTask.objects.get(id=task_id)
    assert task.status == "completed", task.error_detail
    return task


@pytest.fixture
def finished(dance: Choreography, as_owner: APIClient) -> ChoreographyTask:
    response = as_owner.post(f"{API}/choreographies/{dance.id}/assemble/", {})
    assert response.status_code == 202, response.data
    return run(response.data["task_id"])


def video_of(task: ChoreographyTask) -> Path:
    path = storage.local_path(outputs.key(task.output_prefix, outputs.VIDEO))
    assert path is not None
    return path


def render(client: APIClient, task: ChoreographyTask, **wanted: object) -> tuple[dict[str, Any], Path]:
    """Ask for a rendition, make it, and return what its address says with its file."""
    response = client.post(f"{API}/tasks/{task.id}/renditions/", wanted)
    assert response.status_code == 202, response.data
    claim = claim_rendition(response.data["id"])
    assert claim is not None
    run_held(claim, rendition_task, "rendition")
    told = client.get(response.data["poll_url"]).data
    assert told["status"] == "completed", told
    path = storage.local_path(Rendition.objects.get(id=told["id"]).output_key)
    assert path is not None
    return told, path


def test_an_edit_is_danced_on_the_music_and_undone_at_once(
    finished: ChoreographyTask, dance: Choreography, as_owner: APIClient, watch: Any
) -> None:
    page = as_owner.get(f"{API}/choreographies/{dance.id}/").data
    assert page["up_to_date"] is True
    offered = as_owner.get(f"{API}/choreographies/{dance.id}/segments/2/alternatives/").data["results"]
    edit = {"kind": "swap", "blueprint_id": page["current"]["id"], "segment": 2, "to": "move"}
    answer = as_owner.post(f"{API}/choreographies/{dance.id}/edits/", edit | {"move_id": offered[0]["move_id"]})
    assert (answer.status_code, answer.data["blueprint_id"]) == (202, None)

    edited = run(answer.data["task_id"])

    plan = as_owner.get(f"{API}/blueprints/{edited.blueprint_id}/").data["blueprint"]
    assert plan["segments"][2]["move_id"] == offered[0]["move_id"]
    first_s, last_s = plan["segments"][0]["target"]["start_s"], plan["segments"][-1]["target"]["end_s"]
    beats_s = np.array([time for time in plan["grid"]["beat_times_s"] if first_s <= time < last_s])
    flashes_s = watch(video_of(edited)).flashes_s()
    flashes_s = flashes_s[(flashes_s > first_s - FRAME_S) & (flashes_s < last_s - FRAME_S)]
    assert np.abs(flashes_s[:, None] - beats_s).min(axis=0).max() <= FRAME_S
    back = as_owner.post(f"{API}/choreographies/{dance.id}/undo/", {})
    assert (back.status_code, back.data["task_id"]) == (200, str(finished.id))


def test_a_video_of_an_earlier_version_that_has_gone_is_made_again_as_it_was(
    finished: ChoreographyTask, dance: Choreography, as_owner: APIClient, django_capture_on_commit_callbacks: Any
) -> None:
    content = video_of(finished).read_bytes()
    edit = {"kind": "swap", "blueprint_id": str(finished.blueprint_id), "segment": 2, "to": "any"}
    run(as_owner.post(f"{API}/choreographies/{dance.id}/edits/", edit).data["task_id"])
    long_ago = timezone.now() - timedelta(days=30)
    Choreography.objects.update(updated_at=long_ago)
    ChoreographyTask.objects.filter(id=finished.id).update(finished_at=long_ago)
    with django_capture_on_commit_callbacks(execute=True):
        assert release_superseded([finished.id]) == 1
    assert not video_of(finished).exists()

    back = as_owner.post(f"{API}/choreographies/{dance.id}/undo/", {})

    assert (back.status_code, back.data["blueprint_id"]) == (202, str(finished.blueprint_id))
    assert video_of(run(back.data["task_id"])).read_bytes() == content


def make_by_another_encoder(move: Move, folder: Path) -> None:
    """Bring a move's clip in again as an encoder would whose packets do not mix with today's."""
    path, other = folder / f"{move.id}.mp4", replace(MEZZANINE, level="4.1")
    with storage.local_copy(move.clip_key) as clip:
        made = make_mezzanine(clip, path, beat_times_s=move.grid["beat_times_s"], parameters=other)
    key = f"moves/{move.id}/other.mp4"
    storage.publish(path, key)
    Move.objects.filter(id=move.id).update(mezzanine_key=key, mezzanine_fingerprint=made.fingerprint)


@pytest.mark.parametrize(("quality", "how_many"), [("fast", 1), ("balanced", None)])
def test_a_plan_whose_clips_came_in_by_another_encoder_is_danced_all_the_same(
    dance: Choreography, as_owner: APIClient, watch: Any, tmp_path: Path, quality: str, how_many: int | None
) -> None:
    assert dance.current is not None
    danced = {segment["move_id"] for segment in dance.current.data["segments"]}
    for move in Move.objects.filter(id__in=danced)[:how_many]:
        make_by_another_encoder(move, tmp_path)

    answer = as_owner.post(f"{API}/choreographies/{dance.id}/assemble/", {"quality": quality})
    task = run(answer.data["task_id"])

    plan = as_owner.get(f"{API}/blueprints/{task.blueprint_id}/").data["blueprint"]
    first_s, last_s = plan["segments"][0]["target"]["start_s"], plan["segments"][-1]["target"]["end_s"]
    beats_s = np.array([time for time in plan["grid"]["beat_times_s"] if first_s <= time < last_s])
    flashes_s = watch(video_of(task)).flashes_s()
    flashes_s = flashes_s[(flashes_s > first_s - FRAME_S) & (flashes_s < last_s - FRAME_S)]
    assert np.abs(flashes_s[:, None] - beats_s).min(axis=0).max() <= FRAME_S
    assert task.output_duration_s is not None
    _, slower = render(as_owner, task, kind="slower", rate=0.75)
    assert watch(slower).end_s == pytest.approx(task.output_duration_s / 0.75, abs=0.1)


@pytest.mark.parametrize("rate", [0.5, 0.75])
def test_a_slower_copy_is_as_much_longer_and_on_its_beats(
    finished: ChoreographyTask, as_owner: APIClient, watch: Any, rate: float
) -> None:
    told, path = render(as_owner, finished, kind="slower", rate=rate)

    watched = watch(path)
    assert finished.output_duration_s is not None
    assert watched.end_s == pytest.approx(finished.output_duration_s / rate, abs=0.1)
    assert (told["rate"], told["start_s"]) == (rate, 0.0)
    flashes_s = watch(video_of(finished)).flashes_s() / rate
    assert watched.flashes_s() == pytest.approx(flashes_s[: len(watched.flashes_s())], abs=FRAME_S / rate)


def test_one_move_and_one_phrase_begin_and_end_where_they_are_danced(
    finished: ChoreographyTask, as_owner: APIClient, watch: Any
) -> None:
    assert finished.blueprint is not None
    target = finished.blueprint.data["segments"][3]["target"]
    length_s = target["end_s"] - target["start_s"]

    move, file = render(as_owner, finished, kind="move", segment=3)
    _, slow_file = render(as_owner, finished, kind="move", segment=3, rate=0.8)
    phrase, _ = render(as_owner, finished, kind="phrase", phrase=3)

    assert move["start_s"] == pytest.approx(target["start_s"], abs=1e-3)
    assert watch(file).end_s == pytest.approx(length_s, abs=0.01)
    assert watch(slow_file).end_s == pytest.approx(length_s / 0.8, abs=0.01)
    assert phrase["duration_s"] == pytest.approx(length_s, abs=0.01)
    with av.open(str(slow_file)) as container:
        sound = container.streams.audio[0]
        assert float(sound.duration * sound.time_base) == pytest.approx(length_s / 0.8, abs=0.05)


def test_a_share_copy_and_a_moving_picture(finished: ChoreographyTask, as_owner: APIClient) -> None:
    share, file = render(as_owner, finished, kind="share")
    _, picture = render(as_owner, finished, kind="preview")

    with av.open(str(file)) as container:
        assert container.streams.video[0].height == 480
        assert float(container.duration / av.time_base) == pytest.approx(finished.output_duration_s, abs=0.1)
    assert share["bytes"] == file.stat().st_size
    with Image.open(picture) as moving:
        assert (moving.format, moving.width) == ("WEBP", 320)
        assert getattr(moving, "n_frames", 1) > 10


def test_a_copy_with_counts_shows_them_and_keeps_every_frame(
    finished: ChoreographyTask, as_owner: APIClient, watch: Any
) -> None:
    _, file = render(as_owner, finished, kind="counts")

    plain, counted = watch(video_of(finished)), watch(file)
    assert counted.times_s == pytest.approx(plain.times_s, abs=0.001)
    dark = plain.brightness < 100
    assert (counted.brightness - plain.brightness)[dark].mean() > 0.4  # white figures on a dark picture


def test_high_quality_takes_its_sound_from_the_song_as_it_came(
    dance: Choreography, as_owner: APIClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    storage.publish_bytes(b"the file that was given", dance.song.source_key)
    heard: list[bytes] = []

    def assemble(timeline: Any, video: Path, *, song: Path | None, **_: Any) -> Any:
        heard.append(song.read_bytes() if song else b"")
        return assemble_fast(timeline, video)

    monkeypatch.setattr(assembly, "assemble_high_quality", assemble)
    answer = as_owner.post(f"{API}/choreographies/{dance.id}/assemble/", {"quality": "high_quality"})

    run(answer.data["task_id"])

    assert heard == [b"the file that was given"]


def test_the_shell_writes_further_files_beside_the_video(dance: Choreography, tmp_path: Path, watch: Any) -> None:
    wanted = [wanted_from_text(word) for word in ("slower:0.8", "move:1", "preview")]

    made = dance_song(str(dance.song.id), WISH, tmp_path / "out", wanted)

    assert isinstance(made, Dance), made
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {*outputs.NAMES, "slower-080.mp4", "move-02.mp4", "preview.webp"}
    assert [Path(path).name for path in made.report()["renditions"]] == [
        "slower-080.mp4",
        "move-02.mp4",
        "preview.webp",
    ]
    assert watch(made.renditions[0]).end_s == pytest.approx(watch(made.video).end_s / 0.8, abs=0.1)


def test_a_further_file_that_cannot_be_made_leaves_nothing(dance: Choreography, tmp_path: Path) -> None:
    made = dance_song(str(dance.song.id), WISH, tmp_path / "out", [wanted_from_text("phrase:400")])

    assert isinstance(made, Failure)
    assert made.code == "not_a_phrase"
    assert not (tmp_path / "out").exists()


def test_renditions_go_with_their_task(
    finished: ChoreographyTask, as_owner: APIClient, django_capture_on_commit_callbacks: Any
) -> None:
    _, file = render(as_owner, finished, kind="preview")

    with django_capture_on_commit_callbacks(execute=True):
        assert as_owner.delete(f"{API}/tasks/{finished.id}/").status_code == 204

    assert not file.exists()
    assert not file.parent.exists()
    assert Rendition.objects.count() == 0
