"""Turns and spins, hers, his and both; changes of place."""

from video_processing.demo.couple.couple_line import FREE_LOW, OPEN_LEFT, STYLED, Couple, one_hand_hold, open_hold
from video_processing.demo.couple.figures import (
    basic,
    begin,
    cross_body,
    embrace,
    finish,
    he_turns,
    lady_turns,
    release_embrace,
)
from video_processing.demo.couple.score import LEFT, RIGHT, CoupleScore
from video_processing.demo.couple.steps import spinning


def _turn_from_embrace(couple: Couple, degrees: float) -> None:
    release_embrace(couple, at=couple.beat + 0.6)
    lady_turns(couple, degrees)
    embrace(couple, at=couple.beat + 0.6)


def lady_turn(*, degrees: float = -360.0, hips: float = 1.0) -> CoupleScore:
    """Her turn between basics: to the right on 1-2-3, to the left on 5-6-7, where her first foot points."""
    couple = begin()
    bars_before = 2 if degrees < 0 else 1
    basic(couple, bars_before)
    _turn_from_embrace(couple, degrees)
    basic(couple, 3 - bars_before)
    return finish(couple, 16, hips=hips)


def turns_both_ways() -> CoupleScore:
    """Her right turn on 1-2-3, her left turn on 5-6-7, a basic to rest."""
    couple = begin(one_hand_hold)
    lady_turns(couple, -360.0)
    lady_turns(couple, 360.0)
    basic(couple, 2)
    return finish(couple, 16, hips=1.1)


def three_turns() -> CoupleScore:
    """Right, left and right again, without a rest in between."""
    couple = begin(one_hand_hold)
    basic(couple, 1)
    for degrees in (360.0, -360.0, 360.0):
        lady_turns(couple, degrees)
    return finish(couple, 16, hips=1.2)


def double_spin() -> CoupleScore:
    """A basic, two turns in three steps to her right, then one to her left."""
    couple = begin(one_hand_hold)
    basic(couple, 2)
    lady_turns(couple, -720.0)
    lady_turns(couple, 360.0)
    return finish(couple, 16, hips=1.1)


def his_turn_then_hers() -> CoupleScore:
    """He turns, she turns, he turns, basic."""
    couple = begin(one_hand_hold)
    basic(couple, 1)
    lady_turns(couple, 360.0)
    he_turns(couple, -360.0)
    lady_turns(couple, 360.0)
    return finish(couple, 16, hips=1.1)


def free_spins() -> CoupleScore:
    """They let go and spin at the same time, each on the own place, and catch hands again."""
    couple = begin(one_hand_hold)
    basic(couple, 2)
    start = couple.beat
    couple.let_go("main", at=start + 0.2)
    for line in (couple.lead, couple.follow):
        line.hand(LEFT, start + 1.0, STYLED)
        line.hand(RIGHT, start + 1.0, STYLED)
    couple.bar(spinning(-360.0), spinning(-720.0))
    couple.take("main", LEFT, RIGHT, OPEN_LEFT, at=start + 4.6)
    couple.lead.hand(RIGHT, start + 5.0, FREE_LOW)
    lady_turns(couple, 360.0)
    return finish(couple, 16, hips=1.1)


def cross_body_lead(*, first_turn_deg: float = 0.0, second_turn_deg: float = 0.0, hips: float = 1.0) -> CoupleScore:
    """Change places twice, with further turns of hers on the way if wanted."""
    couple = begin(one_hand_hold)
    cross_body(couple, extra_turn_deg=first_turn_deg)
    cross_body(couple, extra_turn_deg=second_turn_deg)
    return finish(couple, 16, hips=hips)


def open_cross_body() -> CoupleScore:
    """A basic in open hold, then one change of places."""
    couple = begin(open_hold)
    basic(couple, 2)
    couple.let_go("other", at=couple.beat + 0.5)
    couple.follow.hand(LEFT, couple.beat + 1.5, STYLED)
    cross_body(couple)
    return finish(couple, 16)
