"""A wish as rows keep it."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_services.vocabulary import Category, Difficulty, Energy, Role, Style
from choreography.blueprint.wishes import DanceWish

SONG = UUID(int=1)
ids = st.uuids(version=4).map(str)
wishes = st.builds(
    DanceWish,
    difficulty=st.sampled_from(Difficulty),
    energy=st.sampled_from(Energy),
    style=st.sampled_from(Style),
    duration_s=st.none() | st.floats(20, 600),
    include_categories=st.frozensets(st.sampled_from(Category), max_size=3),
    include_moves=st.frozensets(ids, max_size=3),
    banned_moves=st.frozensets(ids, max_size=3),
    section_energy=st.dictionaries(st.integers(0, 9), st.sampled_from(Energy), max_size=3),
    half_time=st.booleans(),
    wide_stretch=st.booleans(),
    language=st.sampled_from(["en", "es"]),
    role=st.none() | st.sampled_from(Role),
)


@given(wish=wishes)
def test_a_wish_comes_back_as_it_was(wish):
    assert DanceWish.from_json(wish.as_json()) == wish


def test_what_was_not_asked_for_is_left_out():
    told = DanceWish(Difficulty.BEGINNER, Energy.LOW, Style.PLAYFUL).as_json()

    assert set(told) == {"difficulty", "energy", "style", "duration_s", "seed", "quality"}


@pytest.mark.parametrize(
    "change", [{"half_time": True}, {"wide_stretch": True}, {"language": "es"}, {"role": Role.LEAD}]
)
def test_another_wish_has_another_fingerprint(change):
    plain = DanceWish(Difficulty.BEGINNER, Energy.LOW, Style.PLAYFUL)
    other = DanceWish(Difficulty.BEGINNER, Energy.LOW, Style.PLAYFUL, **change)

    assert plain.fingerprint(SONG) != other.fingerprint(SONG)


def test_an_unknown_language_is_refused():
    told = DanceWish(Difficulty.BEGINNER, Energy.LOW, Style.PLAYFUL).as_json()

    with pytest.raises(ValueError, match="'fr'"):
        DanceWish.from_json(told | {"language": "fr"})
