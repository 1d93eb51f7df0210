"""Spins: two turns in three steps, hers, his and both."""

from video_processing.demo.couple.couple_line import FREE_DOWN, HEART, OPEN_LEFT, Couple, spin_hold
from video_processing.demo.couple.figures import basic, begin, finish, he_turns, lady_turns
from video_processing.demo.couple.score import LEFT, RIGHT, CoupleScore
from video_processing.demo.couple.steps import spinning

RIGHT_SPIN, LEFT_SPIN = -720.0, 720.0


def double_spin() -> CoupleScore:
    """A basic, two turns in three steps to her right, then two to her left."""
    couple = begin(spin_hold)
    basic(couple, 2)
    lady_turns(couple, RIGHT_SPIN)
    lady_turns(couple, LEFT_SPIN)
    return finish(couple, 16, hips=1.1)


def spins_both_ways() -> CoupleScore:
    """Two turns to her right on 1-2-3, two to her left on 5-6-7."""
    couple = begin(spin_hold)
    lady_turns(couple, RIGHT_SPIN)
    lady_turns(couple, LEFT_SPIN)
    return finish(couple, 8, hips=1.1)


def spin_and_rest() -> CoupleScore:
    """Two turns to her right, and a basic with more hip."""
    couple = begin(spin_hold)
    lady_turns(couple, RIGHT_SPIN)
    basic(couple, 1, hip=1.3)
    return finish(couple, 8, hips=1.1)


def his_turn_then_her_spin() -> CoupleScore:
    """He turns once on 1-2-3, she spins twice on 5-6-7."""
    couple = begin(spin_hold)
    he_turns(couple, -360.0)
    lady_turns(couple, LEFT_SPIN)
    return finish(couple, 8, hips=1.1)


def basic_and_spin() -> CoupleScore:
    """A basic, and two turns to her left."""
    couple = begin(spin_hold)
    basic(couple, 1, hip=1.2)
    lady_turns(couple, LEFT_SPIN)
    return finish(couple, 8, hips=1.1)


def free_spins() -> CoupleScore:
    """They let go and spin at the same time, each on the own place; she spins again under the caught hand."""
    couple = begin(spin_hold)
    _spin_apart(couple)
    lady_turns(couple, LEFT_SPIN)
    return finish(couple, 8, hips=1.1)


def _spin_apart(couple: Couple) -> None:
    start = couple.beat
    couple.let_go("main", at=start + 0.2)
    for line in (couple.lead, couple.follow):
        line.hand(LEFT, start + 1.0, HEART)
        line.hand(RIGHT, start + 1.0, HEART)
    couple.bar(spinning(-360.0), spinning(RIGHT_SPIN))
    couple.take("main", LEFT, RIGHT, OPEN_LEFT, at=start + 4.6)
    couple.lead.hand(RIGHT, start + 5.0, FREE_DOWN)
