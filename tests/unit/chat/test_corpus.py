"""What dancers write, in English and Spanish, with typos, and what it means."""

import pytest

from ai_services.vocabulary import Difficulty, Energy, Role, Style
from choreography.blueprint.wishes import DanceWish
from choreography.chat.announcing import Notes
from choreography.chat.settling import settled
from choreography.chat.understanding.edits import find_edits
from choreography.chat.understanding.request import Request, understand
from choreography.chat.understanding.words import plain
from tests.unit.chat.reading import CORPUS, NAMES, SONGS, Line, edit_words, lines_of, meaning_of

FILES = ("first_english", "first_spanish", "second_english", "second_spanish", "third_mixed", "fourth_mixed")
LINES = [line for name in FILES for line in lines_of(name)]
CLEAR = [line for line in LINES if line.clear]
USUAL = DanceWish(Difficulty.BEGINNER, Energy.MEDIUM, Style.ROMANTIC)
LEVELS = {level.value: level.level for level in Difficulty}
FOLLOW_UPS = [
    tuple(part.strip() for part in text.rsplit("=>", 1))
    for text in (CORPUS / "follow_ups.txt").read_text("utf-8").splitlines()
    if text and text[0] != "#"
]


def understood(line: Line) -> Request:
    return understand(line.said, songs=SONGS, names=NAMES)


def test_the_corpus_is_large_and_half_spanish() -> None:
    spanish = [line for line in LINES if understood(line).language == "es"]

    assert len(LINES) + len(FOLLOW_UPS) >= 220
    assert 0.35 <= len(spanish) / len(LINES) <= 0.65


def test_at_least_95_of_100_clear_requests_are_understood_to_the_letter() -> None:
    wrong = [line.said for line in CLEAR if meaning_of(understood(line)) != line.means]

    assert len(wrong) <= 0.05 * len(CLEAR), wrong


@pytest.mark.parametrize("line", CLEAR, ids=lambda line: line.said[:60])
def test_a_clear_request_is_understood(line: Line) -> None:
    assert meaning_of(understood(line)) == line.means


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.said[:60])
def test_no_request_is_danced_at_a_higher_level_than_it_says(line: Line) -> None:
    wish = settled(understood(line), USUAL, Notes())

    assert wish.difficulty.level <= LEVELS[str(line.means.get("difficulty", "beginner"))]


@pytest.mark.parametrize(("said", "means"), FOLLOW_UPS)
def test_a_follow_up_is_understood_as_the_change_it_asks_for(said: str, means: str) -> None:
    found = find_edits(plain(said), NAMES)

    assert " ".join(edit_words(edit) for edit in found.edits) == means


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("slow romantic", "en"),
        ("romántica y lenta", "es"),
        ("quiero algo sexy", "es"),
        ("something romántico for beginners", "en"),
        ("con Island Weekend, rapidito", "es"),
        ("dance to Café con canela", "en"),
        ("Fuego en la pista", "en"),
        ("123", "en"),
    ],
)
def test_the_language_is_that_of_the_sentence_not_of_the_title(said: str, language: str) -> None:
    assert understand(said, songs=SONGS).language == language


def test_where_nothing_tells_the_usual_language_is_taken() -> None:
    assert understand("Fuego en la pista", songs=SONGS, fallback="es").language == "es"


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("ponme la canción Propuesta Indecente, nivel medio", "Propuesta Indecente"),
        ("Dance to «Ánimo, Corazón» please", "Ánimo, Corazón"),
        ("algo de Romeo Santos para empezar", "Romeo Santos"),
        ("the song darte un beso, easy", "darte un beso"),
    ],
)
def test_a_title_that_is_not_there_is_quoted_as_it_was_written(said: str, title: str) -> None:
    assert understand(said, songs=SONGS, names=NAMES).song.unknown == title


@pytest.mark.parametrize(
    "said",
    ["algo mas tranki", "hazlo más tranqui porfa", "no me gusta el 3", "i don't like move 3"],
)
def test_a_dance_that_is_there_is_changed_as_people_type(said: str) -> None:
    (edit,) = find_edits(plain(said), NAMES).edits

    assert edit_words(edit) == ("energy:whole-1" if "tran" in said else "ban 2")


def test_somebody_beside_me_is_no_role() -> None:
    for said in ("for my girlfriend and me", "para mi novia y yo", "my wife and I want romance"):
        assert understand(said).role is None, said
    assert understand("me and my wife, let her shine").role is Role.FOLLOW
