"""Her turns: to the right on 1-2-3, to the left on 5-6-7, where her first foot points."""

from video_processing.demo.couple.couple_line import CLOSED_M, Couple
from video_processing.demo.couple.figures import basic, begin, embrace, finish, lady_turns, release_embrace, wheel
from video_processing.demo.couple.score import CoupleScore

RIGHT_TURN, LEFT_TURN = -360.0, 360.0


def _turn_from_embrace(couple: Couple, degrees: float) -> None:
    release_embrace(couple, at=couple.beat + 0.6)
    lady_turns(couple, degrees)
    embrace(couple, at=couple.beat + 0.6)


def right_turn() -> CoupleScore:
    """Her right turn out of the embrace and back into it, between basics."""
    couple = begin()
    basic(couple, 2)
    _turn_from_embrace(couple, RIGHT_TURN)
    basic(couple, 1)
    return finish(couple, 16)


def left_turn() -> CoupleScore:
    """A basic, and her left turn out of the embrace and back into it."""
    couple = begin()
    basic(couple, 1)
    _turn_from_embrace(couple, LEFT_TURN)
    return finish(couple, 8)


def turns_both_ways() -> CoupleScore:
    """Her right turn on 1-2-3, her left turn on 5-6-7, back into the embrace."""
    couple = begin()
    release_embrace(couple, at=0.6)
    lady_turns(couple, RIGHT_TURN)
    lady_turns(couple, LEFT_TURN)
    embrace(couple, at=couple.beat + 0.6)
    return finish(couple, 8, hips=1.1)


def three_turns() -> CoupleScore:
    """Right, left and right again, without a rest in between, and back into the embrace."""
    couple = begin()
    release_embrace(couple, at=0.6)
    for degrees in (RIGHT_TURN, LEFT_TURN, RIGHT_TURN):
        lady_turns(couple, degrees)
    embrace(couple, at=couple.beat + 0.6)
    basic(couple, 1)
    return finish(couple, 16, hips=1.2)


def turn_in_the_middle() -> CoupleScore:
    """The couple turns a sixth about its middle, then her left turn out of the embrace and back."""
    couple = begin()
    wheel(couple, 60.0, half_m=CLOSED_M)
    _turn_from_embrace(couple, LEFT_TURN)
    return finish(couple, 8)


def turn_at_once() -> CoupleScore:
    """Her right turn out of the embrace on count 1, and a basic back in it."""
    couple = begin()
    _turn_from_embrace(couple, RIGHT_TURN)
    basic(couple, 1)
    return finish(couple, 8)
