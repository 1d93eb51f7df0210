"""Phrases are counted from 1; a run of them lies on whole counts of the song."""

import pytest

from choreography.blueprint.loading import load_blueprint
from instructors.phrases import moves_in, phrase_count, span_of
from tests.unit.blueprint.conftest import valid

PLAN = load_blueprint(valid())
"""37 beats of half a second, count 1 on the beats 2, 10, 18, 26, 34."""


def test_every_count_one_begins_a_phrase() -> None:
    assert phrase_count(PLAN) == 5


@pytest.mark.parametrize(
    ("first", "last", "beats", "seconds"),
    [
        (1, 1, (2, 10), (1.0, 5.0)),
        (2, 3, (10, 26), (5.0, 13.0)),
        (5, 5, (34, 36), (17.0, 18.0)),
        (1, 5, (2, 36), (1.0, 18.0)),
        (4, 9, (26, 36), (13.0, 18.0)),
        (8, 9, (34, 36), (17.0, 18.0)),
    ],
    ids=["one", "two", "the last is cut off", "all", "beyond the end", "wholly beyond"],
)
def test_a_run_of_phrases_lies_on_counts(
    first: int, last: int, beats: tuple[int, int], seconds: tuple[float, float]
) -> None:
    span = span_of(PLAN, first, last)

    assert ((span.first_beat, span.end_beat), (span.start_s, span.end_s)) == (beats, seconds)


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        (1, 1, ["Basic <8>"]),
        (3, 3, ["Lady turn & spin"]),
        (1, 2, ["Basic <8>", "Lady turn & spin"]),
        (5, 5, []),
    ],
)
def test_moves_that_reach_into_a_phrase_are_danced_in_it(first: int, last: int, names: list[str]) -> None:
    assert [segment.name for segment in moves_in(PLAN, span_of(PLAN, first, last))] == names
