""" "No X" never yields X, however it is said; and no sentence breaks the parser."""

import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ai_services.vocabulary import Category
from choreography.chat.understanding.edit import Edit
from choreography.chat.understanding.lexicon import MEANINGS, phrases
from choreography.chat.understanding.request import understand
from choreography.chat.vocabulary import category_word
from tests.unit.chat.reading import NAMES, SONGS

ENGLISH = (
    "no {x}", "no {x} please",
    "without {x}", "without any {x}", "I don't want {x}", "I do not like {x}", "please avoid {x}",
    "skip the {x}",
    "anything but {x}", "everything except {x}", "romantic, no {x}", "no {x}, romantic", "leave out the {x}",
    "I hate {x}",
    "{x}? no thanks", "never any {x}", "easy one minus {x}", "zero {x}", "w/o {x}", "sensual but no {x}",
    "nothing with {x}", "get rid of the {x}", "tired of {x}", "can you make one that has no {x}?",
    "we can't stand it: no {x}",
    "not a single one of those {x}", "with turns of the song but no {x}", "instead of {x} do something nice",
)  # fmt: skip
SPANISH = (
    "sin {x}",
    "nada de {x}", "no quiero {x}", "evita {x}", "quita {x}", "odio {x}", "todo menos {x}", "excepto {x}",
    "romántica y sin {x}", "no pongas {x}", "no me gusta {x}", "prohibido {x}", "sin nada de {x}", "que no tenga {x}",
    "{x} no, gracias", "no quiero nada con {x}", "algo fácil pero sin {x}", "cero {x}", "ni {x}", "elimina {x}",
)  # fmt: skip
WANTED_TOO = {Category.LADYTURN: "turn"}


def said_as(category: Category) -> list[str]:
    """Return all ways the lexicon has to say a kind of move, stems with an ending."""
    return [phrase.replace("*", "") for phrase in phrases(MEANINGS[f"category:{category.value}"]) if "*" not in phrase]


@pytest.mark.parametrize("category", Category)
@pytest.mark.parametrize("phrase", ENGLISH)
def test_no_x_is_never_danced(category: Category, phrase: str) -> None:
    for word in (category_word(category, "en"), *said_as(category)):
        request = understand(phrase.format(x=word), songs=SONGS, names=NAMES)

        assert category in request.avoid or _swapped_away(request.edits, category), (phrase, word)
        assert category not in request.include, (phrase, word)


@pytest.mark.parametrize("category", Category)
@pytest.mark.parametrize("phrase", SPANISH)
def test_sin_x_is_never_danced(category: Category, phrase: str) -> None:
    for word in (category_word(category, "es"), *said_as(category)):
        request = understand(phrase.format(x=word), songs=SONGS, names=NAMES, fallback="es")

        assert category in request.avoid or _swapped_away(request.edits, category), (phrase, word)
        assert category not in request.include, (phrase, word)


def _swapped_away(edits: Sequence[Edit], category: Category) -> bool:
    return any(edit.target.category == category for edit in edits)


@pytest.mark.parametrize("first", Category)
def test_lists_of_refusals_hold_to_their_end(first: Category) -> None:
    for second in Category:
        if second is first:
            continue
        one, other = category_word(first, "en"), category_word(second, "en")
        for phrase in (
            f"no {one}, {other}",
            f"no {one} or {other}",
            f"without {one} and {other}",
            f"no {one}, no {other}",
        ):
            assert {first, second} <= understand(phrase).avoid, phrase


@pytest.mark.parametrize("first", Category)
def test_what_is_wanted_after_a_refusal_is_wanted(first: Category) -> None:
    for second in set(Category) - {first, Category.SPIN, Category.LADYTURN}:
        one, other = category_word(first, "en"), category_word(second, "en")
        request = understand(f"no {one} but {other}")

        assert first in request.avoid, (one, other)
        assert second in request.include, (one, other)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=1_000))
def test_any_text_is_understood_somehow(text: str) -> None:
    understand(text, songs=SONGS, names=NAMES)


WORDS = sorted({word.rstrip("*") for text in MEANINGS.values() for phrase in phrases(text) for word in phrase.split()})
GLUE = [
    "no",
    "not",
    "sin",
    "but",
    "pero",
    ",",
    "?",
    ".",
    "and",
    "y",
    "too",
    "muy",
    "90",
    "s",
    "min",
    "swap",
    "for",
    "to",
    "a",
    "1:30",
    "de",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS + GLUE * 8), max_size=40))
def test_any_jumble_of_dance_words_is_understood_somehow(parts: list[str]) -> None:
    request = understand(" ".join(parts), songs=SONGS, names=NAMES)

    assert not request.include & request.avoid


@pytest.mark.parametrize(
    "text", ["no " * 330, "a" * 1000, "(" * 1000, "swap " * 200, "1:1" * 330, "sin ni no " * 100, "!" * 1000]
)
def test_long_nonsense_takes_no_time(text: str) -> None:
    since = time.process_time()

    understand(text, songs=SONGS, names=NAMES)

    assert time.process_time() - since < 2.0
