"""What may be made of a video: words for the shell, names for files, parts on their beats."""

from typing import Any

import pytest

from choreography.blueprint.loading import load_blueprint
from choreography.blueprint.schema import Blueprint
from choreography.planning.errors import NotAPhraseError
from choreography.renditions.kinds import (
    InvalidRenditionError,
    name_of,
    parameters_of,
    phrases_s,
    rate_of,
    span_s,
    suffix_of,
    wanted_from_json,
    wanted_from_text,
)
from tests.unit.blueprint.conftest import valid


@pytest.fixture
def plan() -> Blueprint:
    """Moves of 8, 16 and 8 beats from beat 2 on, half a second each."""
    return load_blueprint(valid())


@pytest.mark.parametrize(
    ("word", "name", "rate"),
    [
        ("slower:0.75", "slower-075", 0.75),
        ("slower:0.5", "slower-050", 0.5),
        ("phrase:0", "phrase-01", 1.0),
        ("phrase:11:0.6", "phrase-12-060", 0.6),
        ("move:2", "move-03", 1.0),
        (" share ", "share", 1.0),
        ("preview", "preview", 1.0),
        ("counts", "counts", 1.0),
    ],
)
def test_a_word_of_the_shell_names_one_file(word: str, name: str, rate: float) -> None:
    wanted = wanted_from_text(word)

    assert (name_of(wanted), rate_of(wanted)) == (name, rate)
    assert wanted_from_json({"kind": wanted.kind, **parameters_of(wanted)}) == wanted
    assert suffix_of(wanted) == (".webp" if word == "preview" else ".mp4")


@pytest.mark.parametrize(
    "word", ["", "faster", "slower", "slower:fast", "slower:0.4", "slower:nan", "phrase:-1", "move:1.5", "share:2", ":"]
)
def test_a_word_for_nothing_that_we_make_is_refused(word: str) -> None:
    with pytest.raises(InvalidRenditionError):
        wanted_from_text(word)


def test_names_differ_where_files_differ() -> None:
    told: list[dict[str, Any]] = [
        {"kind": "phrase", "phrase": 1},
        {"kind": "move", "segment": 1},
        {"kind": "move", "segment": 1, "rate": 0.5},
        {"kind": "slower", "rate": 0.5},
        {"kind": "counts"},
        {"kind": "counts", "names": False},
    ]

    assert len({name_of(wanted_from_json(each)) for each in told}) == len(told)


def test_phrases_lie_on_the_counts_and_cover_the_dance(plan: Blueprint) -> None:
    phrases = phrases_s(plan)

    assert phrases[0][0] == plan.segments[0].target.start_s
    assert phrases[-1][1] == plan.segments[-1].target.end_s
    assert [start for start, _ in phrases[1:]] == [end for _, end in phrases[:-1]]
    assert {round(end - start, 6) for start, end in phrases} == {4.0}
    assert span_s(wanted_from_text("phrase:1"), plan) == phrases[1]


def test_a_move_is_shown_from_its_first_beat_to_its_last(plan: Blueprint) -> None:
    target = plan.segments[1].target

    assert span_s(wanted_from_text("move:1"), plan) == (target.start_s, target.end_s)


@pytest.mark.parametrize("word", ["phrase:4", "move:3"])
def test_a_part_that_is_not_danced_is_refused(plan: Blueprint, word: str) -> None:
    with pytest.raises(NotAPhraseError, match="has no"):
        span_s(wanted_from_text(word), plan)


def test_a_moving_picture_shows_the_liveliest_part(plan: Blueprint) -> None:
    span = span_s(wanted_from_text("preview"), plan)

    assert span is not None
    liveliest = max(plan.sections, key=lambda section: section.energy)
    assert liveliest.start_s <= span[0] < liveliest.end_s
    assert 0 < span[1] - span[0] <= 4.0
