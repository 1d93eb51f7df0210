"""A thing of the dance has one word in each language, wherever it is spoken of: page, plan, edit, chat, handout."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from ai_services.vocabulary import Category, Role, SectionLabel
from choreography.chat.understanding.request import understand
from choreography.chat.vocabulary import DIFFICULTIES, ENERGIES, ROLES, STYLES, category_word
from choreography.planning.wording import terms
from common.language import LANGUAGES, Language
from tests.unit.chat.reading import NAMES, SONGS

SOURCES = Path(__file__).parents[3] / "frontend/src"
SHARED = "shared/i18n/{}.ts"


def words_of_the_page(name: str, language: Language, file: str = SHARED) -> dict[str, str]:
    """Return what a catalogue of the front end calls the things of a kind, in small letters."""
    text = (SOURCES / file.format(language)).read_text("utf-8")
    found = re.search(rf'^  {name}: \{{([^{{}}]*:\s*"[^{{}}]*)\}},$', text, re.MULTILINE)
    assert found is not None, (name, file)
    return {key: word.lower() for key, word in re.findall(r'(\w+): "([^"]*)"', found[1])}


def by_value(told: Mapping[Any, str]) -> dict[str, str]:
    return {kind.value: word for kind, word in told.items()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "told"), [("difficulty", DIFFICULTIES), ("energy", ENERGIES), ("style", STYLES)])
def test_the_page_names_wishes_as_plans_and_chat_do(
    name: str, told: Mapping[str, Mapping[Any, str]], language: Language
) -> None:
    assert words_of_the_page(name, language) == by_value(told[language])


def test_the_page_names_kinds_as_plans_and_chat_do() -> None:
    assert words_of_the_page("category", "en") == {kind.value: kind.spoken for kind in Category}
    assert words_of_the_page("category", "es") == {kind.value: terms.CATEGORIES[kind] for kind in Category}


def test_the_page_names_the_parts_of_a_song_as_plans_and_edits_do() -> None:
    shown = words_of_the_page("section", "es")

    assert {label.value: terms.SECTIONS[label].split()[1] for label in SectionLabel} == shown
    assert words_of_the_page("section", "en") == {label.value: label.value for label in SectionLabel}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("feature", "name"), [("library", "roles"), ("generate", "aboutWhom")])
def test_the_page_names_the_two_of_a_couple_as_plans_and_chat_do(feature: str, name: str, language: Language) -> None:
    shown = words_of_the_page(name, language, f"features/{feature}/words/{{}}.ts")

    assert {role: shown[role].removeprefix("the ") for role in Role.values} == by_value(ROLES[language])


@pytest.mark.parametrize(("language", "marks"), [("en", ["L", "F"]), ("es", ["G", "S"])])
def test_their_marks_are_the_first_letters_of_what_they_do(language: Language, marks: list[str]) -> None:
    text = (SOURCES / f"features/library/words/{language}.ts").read_text("utf-8")

    assert re.findall(r'^  (?:lead|follow)Mark: "(\w)"', text, re.MULTILINE) == marks
    assert [ROLES[language][role].removeprefix("quien ")[0].upper() for role in Role] == marks


@pytest.mark.parametrize(("language", "ask"), [("en", "with a {}"), ("es", "con {}")])
@pytest.mark.parametrize("kind", Category)
def test_the_chat_understands_the_words_of_the_page_and_its_own(kind: Category, language: Language, ask: str) -> None:
    shown = words_of_the_page("category", language)[kind]

    for word in (shown, category_word(kind, language)):
        assert understand(ask.format(word), songs=SONGS, names=NAMES).include == {kind}, word


@pytest.mark.parametrize("said", ["con giros", "con muchos giros", "con vueltas", "lots of turns"])
def test_plain_turns_are_hers_and_no_kind_of_the_page_is_called_just_that(said: str) -> None:
    assert understand(said, songs=SONGS, names=NAMES).include == {Category.LADYTURN}
    assert not {"giro", "vuelta", "turn"} & {
        *words_of_the_page("category", "es").values(),
        *words_of_the_page("category", "en").values(),
    }
