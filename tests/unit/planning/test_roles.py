"""A dance for one of the two: their moves rather than others, and a word where there are too few."""

import re
from dataclasses import replace

import pytest

from ai_services.vocabulary import Category, Difficulty, Role
from choreography.planning.inputs import Wish
from choreography.planning.plan import plan_choreography
from choreography.planning.styles import focus_of


def labelled(library, every: int):
    """Return the library with every so-manieth move about the lead, the next about the follow."""
    labels = {0: Role.LEAD, 1: Role.FOLLOW}
    return tuple(replace(move, role_focus=labels.get(number % every)) for number, move in enumerate(library))


def focus_of_plan(blueprint, library):
    by_id = {move.move_id: move for move in library}
    danced = [by_id[segment.move_id] for segment in blueprint.segments]
    return [focus_of(move.category, move.role_focus) for move in danced]


@pytest.mark.parametrize(("role", "other"), [(Role.LEAD, Role.FOLLOW), (Role.FOLLOW, Role.LEAD)])
def test_moves_about_a_role_are_danced_rather_than_those_about_the_other(song, library, reference, role, other):
    moves = labelled(library, every=4)

    plain = focus_of_plan(plan_choreography(song, reference(song), moves, Wish(Difficulty.ADVANCED)), moves)
    blueprint = plan_choreography(song, reference(song), moves, Wish(Difficulty.ADVANCED, role=role))
    asked = focus_of_plan(blueprint, moves)

    assert asked.count(role) > plain.count(role)
    assert asked.count(role) >= len(asked) / 2 > 1
    assert asked.count(other) <= 1  # the one that opens or closes
    assert not any("about the" in sentence for sentence in blueprint.compromises)


def test_why_says_of_the_moves_about_the_role_that_they_are(song, library, reference):
    moves = labelled(library, every=4)

    blueprint = plan_choreography(song, reference(song), moves, Wish(Difficulty.ADVANCED, role=Role.LEAD))

    for segment, focus in zip(blueprint.segments, focus_of_plan(blueprint, moves), strict=True):
        assert ("It is about the lead." in segment.why) == (focus is Role.LEAD)


def test_too_few_moves_about_the_role_are_a_compromise(song, library, reference):
    none = plan_choreography(song, reference(song), library, Wish(Difficulty.ADVANCED, role=Role.LEAD))
    kept = next(move.move_id for move in library if move.category is Category.BASIC)
    one = tuple(replace(move, role_focus=Role.LEAD if move.move_id == kept else None) for move in library)
    few = plan_choreography(song, reference(song), one, Wish(Difficulty.ADVANCED, role=Role.LEAD, language="es"))

    assert "No move is about the lead: of those at this level that can follow the song none is." in none.compromises
    assert any(re.match(r"Solo \d de \d+ pasos? (es|son) para quien guía: ", sentence) for sentence in few.compromises)


def test_nothing_is_said_of_roles_where_none_is_wished_for(song, library, reference):
    blueprint = plan_choreography(song, reference(song), labelled(library, every=4), Wish(Difficulty.ADVANCED))

    assert not any("about the" in text for text in (*blueprint.compromises, *(s.why for s in blueprint.segments)))


def test_a_turn_of_the_lady_is_about_the_follow_unless_its_label_says_otherwise():
    assert focus_of(Category.LADYTURN, None) is Role.FOLLOW
    assert focus_of(Category.LADYTURN, Role.LEAD) is Role.LEAD
    assert focus_of(Category.FOOTWORK, None) is None
