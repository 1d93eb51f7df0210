"""Embeddings out and in as JSON: what comes back is checked row by row."""

import base64
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from django.core.management import CommandError, call_command

from choreography.library.curation import editing
from choreography.library.exchange import contents_sha256, embeddings_document, load_document, read_document
from choreography.library.inspection.verification import verify_library
from choreography.models import LibraryState, Move, MoveEmbedding
from tests.integration.library.conftest import moves
from video_processing.embeddings.pose_vectors import PoseNormaliser


def rows_now() -> list[Any]:
    """Return all that moves and embeddings hold, apart from when they were written."""
    rows = [{**row, "updated_at": None, "role_evidence": None} for row in Move.objects.order_by("id").values()]
    vectors = [
        [list(getattr(row, name)) for name in ("lead", "follow", "interaction", "audio", "text")]
        + [row.sentence, bytes(row.raw_features)]
        for row in MoveEmbedding.objects.order_by("move_id")
    ]
    return [rows, vectors]


def written(path: Path, document: dict[str, Any]) -> Path:
    """Write a document whose head fits its moves."""
    document["sha256"] = contents_sha256(document["moves"])
    document["counts"]["embeddings"] = len(document["moves"])
    path.write_text(json.dumps(document))
    return path


@pytest.fixture
def document(library: list[Move]) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(json.dumps(embeddings_document("main")))
    return told


def test_a_document_tells_where_its_vectors_come_from(document: dict[str, Any]) -> None:
    assert (document["format"], document["version"], document["library"]) == ("bachata-buddy-embeddings", 1, "main")
    assert document["counts"] == {"moves": 3, "embeddings": 3}
    assert document["models"]["text"] == "all-MiniLM-L6-v2"
    assert document["dimensions"] == {"lead": 512, "follow": 512, "interaction": 256, "audio": 128, "text": 384}
    assert PoseNormaliser.from_bytes(base64.b64decode(document["normaliser"]["npz_base64"]))
    assert document["moves"][0]["annotation"]["video_path"] == "basic/basic_arms.mp4"
    assert {name: len(vector) for name, vector in document["moves"][0]["vectors"].items()} == document["dimensions"]


def test_what_was_written_loads_and_changes_nothing(library: list[Move], tmp_path: Path) -> None:
    before, state = rows_now(), LibraryState.objects.values().get()
    call_command("generate_embeddings_to_json", tmp_path / "moves.json")

    call_command("load_embeddings_from_json", tmp_path / "moves.json")

    assert rows_now() == before
    assert LibraryState.objects.values().get() == state


def test_a_whole_document_brings_back_exactly_what_it_holds(library: list[Move], document: dict[str, Any]) -> None:
    before, version = rows_now(), LibraryState.objects.get().version
    Move.objects.update(name="?", notes="lost", energy="low")
    noise = np.random.default_rng(1).normal(size=512)
    MoveEmbedding.objects.update(lead=noise / np.linalg.norm(noise), sentence="?")

    report = load_document(document, "main")

    assert (len(report.updated), report.rejected, report.renormalised) == (3, [], False)
    assert rows_now() == before
    state = LibraryState.objects.get()
    assert state.version == state.normalised_version > version
    assert not [finding for finding in verify_library("main") if finding.is_wrong]


def test_a_part_of_a_library_is_made_comparable_again(library: list[Move], document: dict[str, Any]) -> None:
    document["moves"] = document["moves"][:1]
    document["moves"][0]["annotation"]["notes"] = "Soft knees."

    report = load_document(document, "main")

    assert (report.updated, report.renormalised) == (["basic/basic_arms.mp4"], True)
    assert moves()[0].notes == "Soft knees."
    assert not [finding for finding in verify_library("main") if finding.is_wrong]


Spoil = Callable[[dict[str, Any]], object]
BAD_ROWS: dict[str, tuple[Spoil, str]] = {
    "wrong length": (lambda row: row["vectors"]["audio"].pop(), "audio: has shape"),
    "NaN": (lambda row: row["vectors"]["text"].__setitem__(3, float("nan")), "text: has 1 values that are not finite"),
    "zero": (lambda row: row["vectors"].update(lead=[0.0] * 512), "lead: is all zero"),
    "norm": (lambda row: row["vectors"].update(audio=[1.0] * 128), "audio: has norm"),
    "degenerate": (lambda row: row["vectors"].update(text=[1.0] + [0.0] * 383), "text: is degenerate"),
    "missing": (lambda row: row["vectors"].pop("follow"), "follow: is missing"),
    "text for a number": (lambda row: row["vectors"]["text"].__setitem__(0, "1"), "vectors"),
    "no such move": (lambda row: row["annotation"].update(video_path="basic/none.mp4"), "no such move"),
    "another film": (lambda row: row.update(clip_sha256="0" * 64), "another film"),
    "other version": (lambda row: row.update(embedding_version=99), "of version 99"),
    "short features": (lambda row: row.update(raw_features="AAAA"), "raw_features are not 1280"),
    "bad base64": (lambda row: row.update(raw_features="%%%"), "raw_features are not 1280"),
    "other features": (
        lambda row: row.update(raw_features=base64.b64encode(np.full(1280, 3, np.float32).tobytes()).decode()),
        "not made from its features",
    ),
    "unknown category": (lambda row: row["annotation"].update(move_label="samba"), "move_label"),
    "outside": (lambda row: row["annotation"].update(video_path="../x.mp4"), "inside the library"),
    "unknown key": (lambda row: row.update(extra=1), "extra"),
}


@pytest.mark.parametrize("kind", BAD_ROWS)
def test_a_bad_row_is_rejected_with_its_reason_and_spoils_no_other(
    library: list[Move], document: dict[str, Any], tmp_path: Path, kind: str
) -> None:
    spoil, said = BAD_ROWS[kind]
    spoil(document["moves"][0])
    document["moves"][1]["annotation"]["notes"] = "Changed."
    before = rows_now()[1][0]

    report = load_document(read_document(written(tmp_path / "d.json", document)), "main")

    assert [said in row.reason for row in report.rejected] == [True], report.rejected
    assert report.rejected[0].video_path == document["moves"][0]["annotation"].get("video_path", "row 1")
    assert report.updated == ["basic/basic_step.mp4"]
    assert moves()[0].notes == ""
    assert bytes(MoveEmbedding.objects.order_by("move_id")[0].raw_features) == before[-1]


def test_the_same_path_twice_is_taken_once(library: list[Move], document: dict[str, Any]) -> None:
    document["moves"].append(document["moves"][0])

    report = load_document(document, "main")

    assert [row.reason for row in report.rejected] == ["this path stands there twice"]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda text: text[: len(text) // 2], "not whole"),
        (lambda text: text.replace("romantic", "sensuall"), "hash differs"),
        (lambda text: text.replace('"version": 1', '"version": 2', 1), "only 1 is known"),
        (lambda text: text.replace("bachata-buddy-embeddings", "x"), "not a document"),
        (lambda text: text.replace('"embeddings": 3', '"embeddings": 4'), "as many moves"),
        (lambda _: "[" * 100_000, "not whole"),
        (lambda _: "null", "not a document"),
    ],
    ids=["cut short", "altered", "version", "format", "count", "deep", "null"],
)
def test_a_damaged_document_is_refused_whole(
    library: list[Move], document: dict[str, Any], tmp_path: Path, spoil: Callable[[str], str], said: str
) -> None:
    path = tmp_path / "d.json"
    path.write_text(spoil(json.dumps(document)))
    before = rows_now()

    with pytest.raises(CommandError, match=said):
        call_command("load_embeddings_from_json", path)

    assert rows_now() == before


def test_a_move_without_a_couple_is_counted_and_not_listed(library: list[Move]) -> None:
    MoveEmbedding.objects.filter(move=library[0]).delete()
    Move.objects.filter(id=library[0].id).update(import_fault="No dancer was seen in this clip.")

    document = embeddings_document("main")

    assert document["counts"] == {"moves": 3, "embeddings": 2}
    assert len(document["moves"]) == 2


def test_a_move_that_is_held_back_stays_so(library: list[Move], document: dict[str, Any]) -> None:
    editing.flag(library[0], "Too dark.")
    document["moves"][0]["annotation"]["notes"] = "Changed."

    load_document(document, "main")

    assert (moves()[0].notes, moves()[0].flag_reason) == ("Changed.", "Too dark.")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("load_embeddings_from_json", "/nowhere.json"), "no file"), (("generate_embeddings_to_json", "/no/x"), "folder")],
)
def test_the_commands_say_what_is_missing(db: None, arguments: tuple[str, str], said: str) -> None:
    with pytest.raises(CommandError, match=said):
        call_command(*arguments)
