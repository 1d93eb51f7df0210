"""The moves of the demo library."""

from ai_services.vocabulary import Category, Difficulty, Energy, Style
from video_processing.demo.couple.couple_line import FREE_DOWN, one_hand_hold
from video_processing.demo.couple.figures import (
    approach,
    basic,
    begin,
    embrace,
    finish,
    lady_turns,
    release_embrace,
    together,
)
from video_processing.demo.couple.intros import apart, bow, take_hold, walk_in
from video_processing.demo.couple.score import LEFT, RIGHT, CoupleScore
from video_processing.demo.couple.spec import MoveSpec
from video_processing.demo.couple.steps import on_the_spot


def _basic() -> CoupleScore:
    couple = begin()
    basic(couple, 4)
    return finish(couple, 16)


def _right_turn() -> CoupleScore:
    couple = begin()
    basic(couple, 2)
    release_embrace(couple, at=couple.beat + 0.6)
    lady_turns(couple, -360.0)
    embrace(couple, at=couple.beat + 0.6)
    basic(couple, 1)
    return finish(couple, 16)


def _walk_in() -> CoupleScore:
    couple = apart(0.85)
    walk_in(couple, 0.615, bars=2)
    take_hold(couple, at=6.5, closed=True)
    basic(couple, 2)
    return finish(couple, 16)


def _bow_out() -> CoupleScore:
    couple = begin(one_hand_hold)
    basic(couple, 2)
    couple.let_go("main", at=couple.beat + 0.2)
    for line in (couple.lead, couple.follow):
        line.hand(LEFT, couple.beat + 2.0, FREE_DOWN, 1.6)
        line.hand(RIGHT, couple.beat + 2.0, FREE_DOWN, 1.6)
    approach(couple, -0.25)
    for line in (couple.lead, couple.follow):
        bow(line, couple.beat + 1.0)
    together(couple, lambda _: on_the_spot()[:1])
    for line in (couple.lead, couple.follow):
        line.rest(7.0)
    return couple.score(16)


DEMO_MOVES = (
    MoveSpec(
        "basic",
        "Basic",
        Category.BASIC,
        Difficulty.BEGINNER,
        Energy.LOW,
        Style.ROMANTIC,
        122.0,
        0,
        _basic,
        "Side basic.",
    ),
    MoveSpec(
        "right_turn",
        "Right turn",
        Category.LADYTURN,
        Difficulty.BEGINNER,
        Energy.MEDIUM,
        Style.ROMANTIC,
        122.0,
        1,
        _right_turn,
        "Turn.",
    ),
    MoveSpec(
        "walk_in",
        "Walk in",
        Category.INTROS,
        Difficulty.BEGINNER,
        Energy.LOW,
        Style.ROMANTIC,
        122.0,
        0,
        _walk_in,
        "Walk in.",
    ),
    MoveSpec(
        "bow_out", "Bow", Category.OUTRO, Difficulty.BEGINNER, Energy.LOW, Style.ROMANTIC, 122.0, 3, _bow_out, "Bow."
    ),
)
