import json
from pathlib import Path

import pytest

from ai_services.vocabulary import Category, Difficulty, Energy, Style
from choreography.library.importing.annotations import AnnotationsError, read_annotations

ROW = {
    "clip_id": "sensual_basic",
    "video_path": "basic/sensual_basic.mp4",
    "move_label": "basic",
    "energy_level": "low",
    "estimated_tempo": 117,
    "difficulty": "medium",
}


def written(tmp_path: Path, content: object) -> Path:
    path = tmp_path / "annotations.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content))
    return path


def test_levels_of_difficulty_are_read_in_the_words_of_energy(tmp_path: Path) -> None:
    rows = [ROW | {"video_path": f"{level}.mp4", "difficulty": level} for level in ("low", "medium", "high")]
    good, bad = read_annotations(written(tmp_path, {"clips": rows}))
    assert [row.difficulty for row in good] == [Difficulty.BEGINNER, Difficulty.INTERMEDIATE, Difficulty.ADVANCED]
    assert bad == ()


def test_a_full_annotation_is_read(tmp_path: Path) -> None:
    more = {"style": "playful", "name": "Sensual basic", "notes": "Soft\x00 knees.\n", "role_focus": "follow"}
    (row,), _ = read_annotations(written(tmp_path, {"clips": [ROW | more]}))
    assert (row.category, row.energy, row.style) == (Category.BASIC, Energy.LOW, Style.PLAYFUL)
    assert (row.readable_name, row.notes) == ("Sensual basic", "Soft knees.")


def test_a_clip_without_a_name_is_called_by_its_id(tmp_path: Path) -> None:
    (row,), _ = read_annotations(written(tmp_path, [ROW]))
    assert row.readable_name == "sensual basic"


def test_the_same_clip_id_in_two_folders_is_two_clips(tmp_path: Path) -> None:
    good, bad = read_annotations(written(tmp_path, {"clips": [ROW, ROW | {"video_path": "style/sensual_basic.mp4"}]}))
    assert len(good) == 2
    assert bad == ()


@pytest.mark.parametrize("tempo", [0, -3, "fast", None, [], 1e308])
def test_a_nonsense_tempo_spoils_nothing_since_it_is_never_read(tmp_path: Path, tempo: object) -> None:
    good, bad = read_annotations(written(tmp_path, {"clips": [ROW | {"estimated_tempo": tempo}]}))
    assert len(good) == 1
    assert bad == ()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"difficulty": "impossible"}, "difficulty"),
        ({"move_label": "tango"}, "move_label"),
        ({"energy_level": None}, "energy_level"),
        ({"style": "sad"}, "style"),
        ({"video_path": "../outside.mp4"}, "inside the library"),
        ({"video_path": "/etc/passwd"}, "inside the library"),
        ({"video_path": ""}, "video_path"),
        ({"video_path": "x" * 300}, "video_path"),
    ],
)
def test_a_bad_row_is_named_and_the_others_are_kept(tmp_path: Path, change: dict[str, object], said: str) -> None:
    good, bad = read_annotations(written(tmp_path, {"clips": [ROW, {**ROW, "video_path": "other.mp4"} | change]}))
    assert [row.video_path for row in good] == ["basic/sensual_basic.mp4"]
    assert len(bad) == 1
    assert said in bad[0].reason


@pytest.mark.parametrize(
    "change",
    [
        {"difficulty": "Medium", "move_label": "Basic", "energy_level": " LOW "},
        {"style": None, "notes": None, "role_focus": None, "filming_day": None, "name": None, "clip_id": None},
        {"filming_day": 3, "clip_id": 117},
    ],
    ids=["capitals", "nulls", "numbers"],
)
def test_a_row_is_read_however_its_words_are_written(tmp_path: Path, change: dict[str, object]) -> None:
    (row,), bad = read_annotations(written(tmp_path, {"clips": [ROW | change]}))
    assert bad == ()
    assert (row.category, row.difficulty, row.energy) == (Category.BASIC, Difficulty.INTERMEDIATE, Energy.LOW)


@pytest.mark.parametrize("label", ["cross_body_lead", "Cross body lead", "cross-body lead", "CROSS BODY-LEAD"])
def test_a_category_of_several_words_needs_no_underscores(tmp_path: Path, label: str) -> None:
    (row,), _ = read_annotations(written(tmp_path, {"clips": [ROW | {"move_label": label}]}))
    assert row.category == Category.CROSS_BODY_LEAD


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    good, _ = read_annotations(written(tmp_path, "\ufeff" + json.dumps({"clips": [ROW]})))
    assert len(good) == 1


def test_accents_are_the_same_however_a_file_system_writes_them(tmp_path: Path) -> None:
    (row,), _ = read_annotations(written(tmp_path, {"clips": [ROW | {"video_path": "spin/sen\u0303orita.mp4"}]}))
    assert row.video_path == "spin/se\u00f1orita.mp4"


def test_a_wrong_style_is_told_with_the_right_ones_alone(tmp_path: Path) -> None:
    _, bad = read_annotations(written(tmp_path, {"clips": [ROW | {"style": "sad"}]}))
    assert bad[0].reason == "style: Input should be 'romantic', 'energetic', 'sensual' or 'playful'"


def test_a_row_that_is_no_object_is_named_by_its_number(tmp_path: Path) -> None:
    _, bad = read_annotations(written(tmp_path, {"clips": [ROW, 5]}))
    assert (bad[0].video_path, bad[0].reason) == ("row 2", "row: is not an object")


def test_a_path_annotated_twice_keeps_its_first_annotation(tmp_path: Path) -> None:
    good, bad = read_annotations(written(tmp_path, {"clips": [ROW, ROW | {"energy_level": "high"}]}))
    assert [row.energy for row in good] == [Energy.LOW]
    assert "twice" in bad[0].reason


@pytest.mark.parametrize(
    "content", ["", "{", "[" * 100_000, '{"clips": 3}', "5", "\ud800".encode("utf-8", "ignore").decode()]
)
def test_what_is_no_annotations_file_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(AnnotationsError):
        read_annotations(written(tmp_path, content))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AnnotationsError, match="no annotations file"):
        read_annotations(tmp_path / "none.json")
