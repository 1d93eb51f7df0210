from dataclasses import replace
from fractions import Fraction
from multiprocessing import get_context
from pathlib import Path
from resource import RLIMIT_FSIZE, setrlimit
from typing import Any

import av
import pytest

from common.errors import CancelledError
from common.processes import run
from common.storage import StorageFullError
from video_processing.assembly.fast import assemble_fast, read_indices
from video_processing.assembly.packets import describe_video
from video_processing.assembly.timeline import Chapter, Timeline, TimelineError
from video_processing.assembly.verification import VerificationError, verify
from video_processing.media.ffmpeg import binary
from video_processing.mezzanine.making import MezzanineMismatchError, make_mezzanine

CAPTIONS = "WEBVTT\n\n00:01.000 --> 00:02.000\n<b>Básico</b>\n\n00:05.500 --> 00:07.000\nVuelta\n"


@pytest.fixture
def timeline(moves: Any, song: Any) -> Timeline:
    return song.timeline([moves[Fraction(25)], moves[Fraction(30)]])


def test_an_independent_decoder_finds_no_error(timeline: Timeline, tmp_path: Path) -> None:
    report = assemble_fast(timeline, tmp_path / "video.mp4")

    arguments = ["-v", "warning", "-xerror", "-i", str(tmp_path / "video.mp4"), "-map", "0:v", "-map", "0:a"]
    finished = run([binary(), *arguments, "-fps_mode", "passthrough", "-f", "framecrc", "-"], timeout_s=60)

    assert finished.stderr_tail == ""
    frames = [line for line in finished.stdout.decode().splitlines() if line.startswith("0,")]
    assert len(frames) == report.video_frames


def test_the_index_comes_first_so_that_playing_starts_at_once(timeline: Timeline, tmp_path: Path) -> None:
    assemble_fast(timeline, tmp_path / "video.mp4")

    content = (tmp_path / "video.mp4").read_bytes()
    assert content.index(b"moov") < content.index(b"mdat")


def test_chapters_and_captions_are_in_the_file(timeline: Timeline, tmp_path: Path) -> None:
    chapters = (Chapter("Intro · básico", 0.0, 5.5), Chapter("Vuelta", 5.5, 37.123))

    assemble_fast(replace(timeline, chapters=chapters, captions=CAPTIONS), tmp_path / "video.mp4")

    with av.open(str(tmp_path / "video.mp4")) as container:
        found = [(c["metadata"]["title"], float(c["start"] * c["time_base"])) for c in container.chapters()]
        texts = container.streams.subtitles[0]
        shown = [
            (float(packet.pts * packet.time_base), bytes(packet)[2:].decode())
            for packet in container.demux(texts)
            if packet.size > 2
        ]
    assert found == [("Intro · básico", 0.0), ("Vuelta", 5.5)]
    assert shown == [(1.0, "Básico"), (5.5, "Vuelta")]


def test_the_run_in_of_the_sound_is_hidden(timeline: Timeline, tmp_path: Path) -> None:
    assemble_fast(timeline, tmp_path / "video.mp4")

    with av.open(str(tmp_path / "video.mp4")) as container:
        first = next(container.demux(container.streams.audio[0]))
        assert first.pts == -1024
        assert first.has_sidedata("skip_samples")


def test_progress_counts_the_cuts(timeline: Timeline, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    assemble_fast(timeline, tmp_path / "video.mp4", on_progress=lambda done, total: told.append((done, total)))

    assert told == [(1, 2), (2, 2)]


def test_cancelling_leaves_what_was_there_before(timeline: Timeline, tmp_path: Path) -> None:
    (tmp_path / "video.mp4").write_text("old")
    done: list[int] = []

    with pytest.raises(CancelledError):
        assemble_fast(
            timeline,
            tmp_path / "video.mp4",
            on_progress=lambda count, _: done.append(count),
            cancelled=lambda: len(done) == 1,
        )

    assert done == [1]
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("video.mp4", "old")]


def assemble_with_room_for(size_bytes: int, timeline: Timeline, destination: Path) -> str:
    setrlimit(RLIMIT_FSIZE, (size_bytes, size_bytes))
    try:
        assemble_fast(timeline, destination)
    except StorageFullError:
        return "storage full"
    return "made"


@pytest.mark.parametrize("size_bytes", [1_000, 200_000])
def test_without_room_the_partial_file_is_removed(size_bytes: int, timeline: Timeline, tmp_path: Path) -> None:
    with get_context("spawn").Pool(1) as pool:
        outcome = pool.apply(assemble_with_room_for, (size_bytes, timeline, tmp_path / "out" / "video.mp4"))

    assert outcome == "storage full"
    assert list((tmp_path / "out").iterdir()) == []


def test_a_mezzanine_of_other_parameters_is_refused(moves: Any, song: Any, tmp_path: Path) -> None:
    move = moves[Fraction(25)]
    make_mezzanine(move.clip, tmp_path / "large.mp4", beat_times_s=move.beats_s)
    mixed = song.timeline([move, replace(move, mezzanine=tmp_path / "large.mp4")])

    with pytest.raises(MezzanineMismatchError):
        assemble_fast(mixed, tmp_path / "video.mp4")

    assert not (tmp_path / "video.mp4").exists()


def test_sound_shorter_than_the_plan_is_refused(timeline: Timeline, tmp_path: Path) -> None:
    with pytest.raises(TimelineError, match="shorter than the plan"):
        assemble_fast(replace(timeline, duration_s=38.0), tmp_path / "video.mp4")

    assert list(tmp_path.iterdir()) == []


def test_a_shorter_plan_cuts_the_song_with_the_picture(moves: Any, song: Any, watch: Any, tmp_path: Path) -> None:
    short = replace(song, duration_s=12.345).timeline([moves[Fraction(30)]])

    assemble_fast(short, tmp_path / "video.mp4")

    with av.open(str(tmp_path / "video.mp4")) as container:
        sound = container.streams.audio[0]
        assert float(sound.duration * sound.time_base) == pytest.approx(12.345, abs=0.001)
    assert watch(tmp_path / "video.mp4").end_s == pytest.approx(12.345, abs=0.001)


def test_a_damaged_video_is_found_out(timeline: Timeline, tmp_path: Path) -> None:
    path = tmp_path / "video.mp4"
    assemble_fast(timeline, path)
    plan = describe_video(timeline, read_indices(timeline))
    with av.open(str(path)) as container:
        entry = container.streams.video[0].index_entries[0]
        start, size = entry.pos, entry.size
    content = bytearray(path.read_bytes())
    content[start + 4 : start + size] = bytes(size - 4)
    path.write_bytes(content)

    with pytest.raises(VerificationError, match="decode"):
        verify(path, plan)


def test_a_video_of_another_plan_is_found_out(moves: Any, song: Any, timeline: Timeline, tmp_path: Path) -> None:
    assemble_fast(timeline, tmp_path / "video.mp4")
    other = song.timeline([moves[Fraction(30)], moves[Fraction(25)]])

    with pytest.raises(VerificationError, match="frames that were planned"):
        verify(tmp_path / "video.mp4", describe_video(other, read_indices(other)))
