from pathlib import Path

import pytest

from choreography.library.importing.annotations import BadRow, ClipAnnotation
from choreography.library.importing.discovery import NoClipsError, find_clips, new_or_changed


def annotation(path: str, energy: str = "low") -> ClipAnnotation:
    return ClipAnnotation.model_validate(
        {"video_path": path, "move_label": "basic", "difficulty": "low", "energy_level": energy}
    )


def clip(folder: Path, path: str, content: bytes = b"film") -> Path:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def test_clips_are_found_in_all_folders_and_other_files_are_passed_over(tmp_path: Path) -> None:
    for path in ("a/one.mp4", "a/b/c/two.MOV", "a/notes.txt", "a/.hidden.mp4"):
        clip(tmp_path, path)
    clips, problems = find_clips(tmp_path, [annotation("a/one.mp4"), annotation("a/b/c/two.MOV")])
    assert [found.library_path for found in clips] == ["a/b/c/two.MOV", "a/one.mp4"]
    assert problems == ()


def test_a_missing_file_and_a_clip_without_annotation_are_told(tmp_path: Path) -> None:
    clip(tmp_path, "there.mp4")
    clips, problems = find_clips(tmp_path, [annotation("gone.mp4")])
    assert clips == ()
    assert {(row.video_path, row.reason) for row in problems} == {
        ("gone.mp4", "the file is missing"),
        ("there.mp4", "the clip has no annotation"),
    }


def test_a_clip_with_a_bad_row_is_told_once(tmp_path: Path) -> None:
    clip(tmp_path, "there.mp4")
    bad = BadRow("there.mp4", "energy_level: Field required")
    assert find_clips(tmp_path, [], [bad]) == ((), (bad,))


def test_a_file_name_with_its_accents_apart_is_found(tmp_path: Path) -> None:
    clip(tmp_path, "sen\u0303orita.mp4")
    clips, problems = find_clips(tmp_path, [annotation("se\u00f1orita.mp4")])
    assert [found.library_path for found in clips] == ["se\u00f1orita.mp4"]
    assert problems == ()


def test_a_sidecar_beside_the_clip_is_found(tmp_path: Path) -> None:
    clip(tmp_path, "one.mp4")
    sidecar = clip(tmp_path, "one.pose.json", b"{}")
    (found,), _ = find_clips(tmp_path, [annotation("one.mp4")])
    assert found.sidecar == sidecar


def test_only_new_and_changed_clips_are_imported_again(tmp_path: Path) -> None:
    told = [annotation(path) for path in ("same.mp4", "cut.mp4", "retold.mp4", "posed.mp4", "new.mp4")]
    for row in told[:-1]:
        clip(tmp_path, row.video_path)
    clip(tmp_path, "posed.pose.json", b"{}")
    before, _ = find_clips(tmp_path, told)
    known = {found.library_path: (found.clip_sha256, found.annotation_sha256) for found in before}
    clip(tmp_path, "new.mp4")
    clip(tmp_path, "cut.mp4", b"another film")
    clip(tmp_path, "posed.pose.json", b'{"version": 1}')
    told[2] = annotation("retold.mp4", energy="high")
    after, _ = find_clips(tmp_path, told)
    assert {found.library_path for found in new_or_changed(after, known)} == {
        "cut.mp4", "retold.mp4", "posed.mp4", "new.mp4",
    }  # fmt: skip


def test_no_folder_and_an_empty_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NoClipsError, match="no folder"):
        find_clips(tmp_path / "none", [])
    with pytest.raises(NoClipsError, match="no clips"):
        find_clips(tmp_path, [])
