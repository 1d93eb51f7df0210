"""The evaluation tells plans from chance, in a table and as JSON."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from ai_services.vocabulary import Difficulty, Energy, Style
from choreography.blueprint.wishes import DanceWish
from tests.made_dances import learn_words, store_library, store_song

WISH = DanceWish(Difficulty.ADVANCED, Energy.MEDIUM, Style.ROMANTIC)
ASKED = ("--difficulty", "advanced", "--draws", "2")


def told(*arguments: str) -> str:
    out = StringIO()
    call_command("evaluate_choreography", *arguments, stdout=out)
    return out.getvalue()


@pytest.fixture
def danced(db: None) -> None:
    store_library()
    store_song()
    learn_words(WISH)


def test_ours_is_told_from_random_clips_and_from_the_loop(danced):
    document = json.loads(told(*ASKED, "--json"))

    means = document["groups"]["advanced"]["means"]
    assert set(means) == {"ours", "greedy", "random"}
    assert means["ours"]["cuts_on_count"] == 1.0 > means["random"]["cuts_on_count"]
    assert means["ours"]["beat_error_ms"] < 1 < means["greedy"]["beat_error_ms"]
    assert means["ours"]["seam_distance"] < means["random"]["seam_distance"]
    assert document["groups"]["advanced"]["goals"]["cuts on 1 or 5: all"] is True
    assert document["plans"][0]["wish"] == "advanced medium romantic"


def test_the_table_says_which_goals_are_met(danced):
    table = told(*ASKED)

    assert "goal met    cuts on 1 or 5: all" in table
    assert "goal met    difficulty: all within" in table
    assert "seams, of random" in table


def test_a_wish_that_is_refused_is_told_with_its_reason(db):
    store_library()
    store_song()
    learn_words(WISH)
    from choreography.models import Move

    Move.objects.filter(difficulty="advanced").update(difficulty="intermediate")

    table = told(*ASKED)

    assert "1 were refused" in table
    assert "The library has no advanced moves" in table


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--draws", "0"), "--draws takes 1 to 100"),
        (("--seed", "-1"), "--seed 0 or more"),
        (("--songs", "No such title"), "no such song"),
        (("--made", "19"), "--made takes 1 to 18"),
    ],
)
def test_bad_options_are_refused_in_words(danced, arguments, words):
    with pytest.raises(CommandError, match=words):
        told(*arguments)


def test_without_moves_or_songs_it_says_so(db):
    with pytest.raises(CommandError, match="no moves yet"):
        told()
    store_library()
    with pytest.raises(CommandError, match="no songs yet"):
        told()
