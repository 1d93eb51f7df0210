"""Statistics, verification and evaluation of a library, as functions and as commands."""

import json
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from pathlib import Path

import numpy as np
import pytest
from django.core.management import CommandError, call_command

from choreography.library.curation import editing
from choreography.library.inspection.statistics import library_statistics
from choreography.library.inspection.verification import Fault, verify_library
from choreography.models import LibraryState, Move, MoveEmbedding
from common import storage
from tests.factories import make_move

Run = Callable[..., str]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command and return what it says."""

    def run(*arguments: object) -> str:
        call_command(*arguments)
        return capsys.readouterr().out

    return run


def test_statistics_count_every_value_also_those_that_nothing_has(library: list[Move]) -> None:
    editing.flag(library[0], "Too dark.")

    told = library_statistics("main")

    assert (told.moves, told.published, told.flagged, told.with_embeddings) == (3, 2, 1, 3)
    assert (told.by_category["basic"], told.by_category["spin"], told.by_category["shadow"]) == (2, 1, 0)
    assert told.by_difficulty == {"beginner": 2, "intermediate": 0, "advanced": 1}
    assert told.by_energy == {"low": 0, "medium": 2, "high": 1}
    assert (told.by_style["romantic"], told.by_style[""]) == (1, 2)
    assert told.by_filming_day == {"monday": 2, "tuesday": 1}
    assert told.flag_reasons == {"Too dark.": 1}
    assert told.is_normalised and told.roles_given == 3
    assert told.quality_mean == pytest.approx(np.mean([move.quality for move in library]), abs=1e-4)
    with pytest.raises(FrozenInstanceError):
        told.moves = 4  # type: ignore[misc]


def test_statistics_of_an_empty_library_are_zero_and_unknown(db: None) -> None:
    told = library_statistics("main")

    assert (told.moves, told.quality_mean, told.tempo_min_bpm) == (0, None, None)
    assert set(told.by_energy.values()) == {0}


def test_a_sound_library_passes(library: list[Move], run: Run) -> None:
    said = run("verify_embeddings")

    assert "3 moves, 3 published, 0 flagged; 3 with embeddings, vectors comparable" in said
    assert "  cross_body_lead      0" in said
    assert said.endswith("Nothing is wrong.\n")
    assert json.loads(run("verify_embeddings", "--json"))["ok"] is True


def lose_a_file(move: Move) -> None:
    storage.delete(move.poster_key)


def spoil_the_norm(move: Move) -> None:
    MoveEmbedding.objects.filter(move=move).update(audio=[0.5] * 128)


def other_vectors(move: Move) -> None:
    noise = np.random.default_rng(3).normal(size=512)
    MoveEmbedding.objects.filter(move=move).update(lead=noise / np.linalg.norm(noise))


def forget_the_embedding(move: Move) -> None:
    MoveEmbedding.objects.filter(move=move).delete()


def older_version(move: Move) -> None:
    MoveEmbedding.objects.filter(move=move).update(version=0)


def other_encoder(move: Move) -> None:
    Move.objects.filter(id=move.id).update(mezzanine_fingerprint="x")


def damage_the_normaliser(_: Move) -> None:
    LibraryState.objects.update(normaliser=b"damaged")


def change_the_library(_: Move) -> None:
    LibraryState.objects.update(version=99)


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lose_a_file, Fault.MISSING_FILE),
        (spoil_the_norm, Fault.VECTOR),
        (other_vectors, Fault.STALE_NORMALISER),
        (forget_the_embedding, Fault.NO_EMBEDDING),
        (older_version, Fault.STALE_EMBEDDING),
        (other_encoder, Fault.OTHER_ENCODER),
        (other_encoder, Fault.LEFT_OUT),
        (damage_the_normaliser, Fault.STALE_NORMALISER),
        (change_the_library, Fault.STALE_NORMALISER),
    ],
)
def test_what_is_wrong_is_found_and_ends_the_command_with_a_code(
    library: list[Move], capsys: pytest.CaptureFixture[str], spoil: Callable[[Move], None], fault: Fault
) -> None:
    spoil(library[0])

    assert fault in {finding.fault for finding in verify_library("main")}
    with pytest.raises(SystemExit) as ended:
        call_command("verify_embeddings", "--library", "main", "--json")
    assert ended.value.code == 2
    document = json.loads(capsys.readouterr().out)
    assert document["ok"] is False
    assert fault in {finding["fault"] for finding in document["findings"]}


def test_what_the_import_could_hardly_tell_is_named_and_not_an_error(library: list[Move], run: Run) -> None:
    unsure, said = library[:2]
    noise = unsure.heard_grid | {"confidence": {"beat": 0.01, "downbeat": 0.0, "count1": 0.0}}
    Move.objects.filter(id=unsure.id).update(role_confidence=0.1, roles_given=False, heard_grid=noise)
    Move.objects.filter(id=said.id).update(role_confidence=0.1, roles_given=True, heard_grid=noise, count1_beat=1)

    told = run("verify_embeddings")

    assert "Nothing is wrong.\nfound: 1 x unsure" in told
    assert f"unsure            {unsure.library_path}: who leads (0.10); where its beats are (0.01)" in told


def test_what_is_wrong_stands_before_what_only_waits(library: list[Move], capsys: pytest.CaptureFixture[str]) -> None:
    editing.flag(library[0], "Too dark.")
    lose_a_file(library[2])

    with pytest.raises(SystemExit):
        call_command("verify_embeddings", "--library", "main")

    kinds = [line[2:20].strip() for line in capsys.readouterr().out.splitlines() if ".mp4: " in line]
    assert kinds == ["missing file", "flagged"]


def test_a_flagged_move_is_named_and_not_an_error(library: list[Move], run: Run) -> None:
    editing.flag(library[0], "Too dark.")

    assert "flagged           basic/basic_arms.mp4: Too dark." in run("verify_embeddings")


def test_a_contact_sheet_shows_a_row_a_move_also_without_the_films(
    library: list[Move], run: Run, tmp_path: Path
) -> None:
    storage.delete(library[0].clip_key)

    assert run("contact_sheet", tmp_path / "sheet.png") == f"3 moves: {tmp_path / 'sheet.png'}\n"
    assert (tmp_path / "sheet.png").stat().st_size > 1000


def test_a_contact_sheet_makes_no_folders(library: list[Move], tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="folder"):
        call_command("contact_sheet", tmp_path / "none" / "sheet.png")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("command", ["verify_embeddings", "evaluate_embeddings"])
def test_an_empty_library_is_said(db: None, command: str) -> None:
    with pytest.raises(CommandError):
        call_command(command, "--library", "main")


def move_like(kind: np.ndarray, seed: int, **fields: object) -> None:
    """Make a move whose pose vectors lie around those of its kind, and whose sound and words are noise."""
    rng = np.random.default_rng(seed)
    move = make_move(**fields)
    for name, size in {"lead": 512, "follow": 512, "interaction": 256, "audio": 128, "text": 384}.items():
        vector = rng.normal(size=size) + (6 * kind[:size] if name in ("lead", "follow", "interaction") else 0)
        setattr(move.embedding, name, vector / np.linalg.norm(vector))
    move.embedding.save()


@pytest.fixture
def two_kinds(db: None) -> None:
    """Make twelve moves of two categories, filmed on two days."""
    rng = np.random.default_rng(0)
    for label in ("spin", "shadow"):
        kind = rng.normal(size=512)
        for number in range(6):
            move_like(kind, rng.integers(10**6), category=label, filming_day=f"day {number % 2}",
                      library_path=f"{label}/{label}_{number}.mp4")  # fmt: skip


def test_neighbours_of_a_meaningful_modality_are_of_one_kind(two_kinds: None, run: Run) -> None:
    told = json.loads(run("evaluate_embeddings", "--library", "main", "--json"))

    assert (told["moves"], told["filming_days"], told["neighbours"]) == (12, 2, 5)
    found = told["precision"]["category"]
    for modality in ("lead", "follow", "interaction", "pose"):
        assert found[modality]["all"]["found"] == 1.0
        assert found[modality]["across"]["found"] > 0.55
    assert found["text"]["all"]["found"] < 0.75
    assert found["pose"]["all"]["chance"] == pytest.approx(5 / 11)
    assert found["pose"]["within"]["chance"] == pytest.approx(2 / 5)
    assert told["precision"]["name words"]["pose"]["all"]["found"] == 1.0


def test_days_that_nobody_noted_are_guessed_from_clothes(two_kinds: None, run: Run) -> None:
    for move in Move.objects.all():
        colour, worn = int(move.filming_day[-1]), np.zeros((2, 112), dtype=np.float32)
        worn[:, [colour, 50, 60 + colour, 110]] = 1
        paths = np.ones(2, dtype=np.float32)
        move.filming_day, move.role_evidence = "", np.concatenate([worn.ravel(), paths]).tobytes()
        move.save()

    assert run("evaluate_embeddings", "--library", "main").startswith(
        "Library main: 12 moves of 2 filming days guessed from clothes"
    )
    told = json.loads(run("evaluate_embeddings", "--library", "main", "--json"))
    assert (told["filming_days"], told["days_guessed"]) == (2, True)
    assert told["precision"]["category"]["pose"]["across"]["found"] > 0.55


def test_people_get_a_table_with_chance_beside_it(two_kinds: None, run: Run) -> None:
    lines = run("evaluate_embeddings", "--library", "main").splitlines()

    assert lines[0].startswith("Library main: 12 moves of 2 known filming days")
    assert lines[1].split() == ["by", "category", "all", "same", "day", "other", "days"]
    assert lines[2].split()[0] == "chance"
    assert [line.split()[0] for line in lines[3:9]] == ["lead", "follow", "interaction", "pose", "audio", "text"]
    assert "leaked" in lines[-1]
