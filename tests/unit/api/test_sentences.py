"""What we say to a Spanish speaker: every sentence of an error that reaches a caller has its Spanish."""

import ast
import builtins
from collections.abc import Iterator
from pathlib import Path

import pytest

from bachata_buddy.environment import BASE_DIR
from common.sentences import GAP, in_language, spanish

ROOMS = ("common", "choreography", "users", "user_collections", "instructors", "video_processing")
ELSEWHERE = (
    "choreography/library/",  # curators at the shell
    "choreography/management/",
    "choreography/songs/listening.py",
    "choreography/blueprint/loading.py",  # our own files, broken
    "choreography/chat/",  # models are told in English; people by `replies`
    "common/processes.py",  # our own programs, broken
    "common/faults.py",
    "common/health.py",
    "common/management/",
    "common/postgres/",
    "video_processing/assembly/",
    "video_processing/couple/",
    "video_processing/demo/",
    "video_processing/embeddings/",
    "video_processing/ingest.py",
    "video_processing/media/contact_sheet.py",
    "video_processing/mezzanine/",
    "video_processing/music/serialization.py",
    "video_processing/music/waveform.py",
    "video_processing/pose/",
)
"""Where errors are not for people who call the API."""

INNER = frozenset({"InternalError", "BuddyError", "StoredAnalysisError"})


def parsed() -> Iterator[tuple[str, ast.Module]]:
    for room in ROOMS:
        for path in sorted((BASE_DIR / room).rglob("*.py")):
            name = str(path.relative_to(BASE_DIR))
            if not name.startswith(ELSEWHERE):
                yield name, ast.parse(Path(path).read_text("utf-8"))


def sentence_of(node: ast.expr) -> str:
    """Return a string of the code with `{}` for what it fills in; empty for anything else."""
    if isinstance(node, ast.Constant):
        return str(node.value) if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(sentence_of(part) or GAP for part in node.values)
    return ""


def raised() -> set[str]:
    """Return the sentences that errors are made with: as they stand in the call, or as the class's own docstring."""
    found = set()
    for _, module in parsed():
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and node.args and is_ours(ast.unparse(node.func).rpartition(".")[2]):
                found.add(sentence_of(node.args[0]))
            if isinstance(node, ast.ClassDef) and is_ours(node.name) and "self.__doc__" in ast.unparse(node):
                found.add((ast.get_docstring(node) or "").splitlines()[0])
    return {sentence for sentence in found if " " in sentence and sentence.endswith(".")}


def is_ours(name: str) -> bool:
    named = name.endswith("Error") or name == "AuthenticationFailed"
    return named and name not in INNER and not hasattr(builtins, name)


def test_every_sentence_of_an_error_has_its_spanish() -> None:
    sentences = raised()

    assert len(sentences) > 80
    said = {each: each.replace(GAP, "7") for each in sentences}
    missing = sorted(each for each, text in said.items() if in_language(text, "es") == text)
    assert missing == [], "write them into common/sentences/spanish.txt"


def test_each_pair_has_the_same_gaps() -> None:
    whole, _ = spanish()

    for sentence, told in whole.items():
        assert sentence.count(GAP) == told.count(GAP), sentence
        assert sentence == sentence.strip() != told == told.strip(), sentence


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("There is no such song.", "Esa canción no existe."),
        ("The plan has no move number 12.", "El plan no tiene el paso número 12."),
        (
            "A song lasts 20 to 600 seconds; this one lasts 3.0.",
            "Duración (canción): de 20 a 600 segundos; aquí son 3.0.",
        ),
        ("Something that nobody of us said.", "Something that nobody of us said."),
    ],
)
def test_a_sentence_is_told_inspanish_with_what_it_fills_in(english: str, spanish: str) -> None:
    assert in_language(english, "es") == spanish
    assert in_language(english, "en") == english


def test_what_is_longer_than_any_sentence_of_ours_is_not_searched_for_one() -> None:
    def told(length: int) -> str:
        return in_language(f"“{'x' * length}” says more than a rendition takes.", "es")

    assert told(200).endswith("admite una copia del vídeo.")
    assert told(256 * 1024).endswith("says more than a rendition takes.")
