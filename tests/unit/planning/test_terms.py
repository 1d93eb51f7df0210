"""A thing of the dance has one Spanish word, wherever it is spoken of."""

import re
from pathlib import Path

import pytest

from ai_services.vocabulary import Category, Difficulty, Energy, SectionLabel, Style
from choreography.planning.wording import terms

PAGE = Path(__file__).parents[3] / "frontend/src/shared/i18n/es.ts"


def words_of_the_page(name: str) -> dict[str, str]:
    found = re.search(rf"^  {name}: \{{(.*?)\}},$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert found is not None
    return {key: word.lower() for key, word in re.findall(r'(\w+): "([^"]*)"', found[1])}


@pytest.mark.parametrize(
    ("name", "kind", "told"),
    [("difficulty", Difficulty, terms.LEVELS), ("energy", Energy, terms.ENERGIES), ("style", Style, terms.STYLES)],
)
def test_the_page_names_wishes_as_plans_and_chat_do(name, kind, told):
    assert words_of_the_page(name) == {each.value: told[each] for each in kind}


def test_the_page_names_kinds_as_plans_and_chat_do():
    shown = words_of_the_page("category")

    assert shown.keys() == set(Category.values)
    for category in Category:
        assert shown[category.value] in (terms.CATEGORIES[category], terms.MANY[category])


def test_the_page_names_the_parts_of_a_song_as_plans_and_edits_do():
    shown = words_of_the_page("section")

    assert {label.value: terms.SECTIONS[label].split()[1] for label in SectionLabel} == shown
