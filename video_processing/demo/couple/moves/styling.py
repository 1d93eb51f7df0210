"""Arm styling."""

from video_processing.demo.couple.body_moves import arm_sweep
from video_processing.demo.couple.couple_line import STYLED, Couple, one_hand_hold
from video_processing.demo.couple.figures import basic, begin, finish, lady_turns, together
from video_processing.demo.couple.intros import HIGH, WIDE
from video_processing.demo.couple.line import DancerLine
from video_processing.demo.couple.score import LEFT, RIGHT, CoupleScore
from video_processing.demo.couple.steps import rocking


def _begin() -> Couple:
    """Begin with one pair of hands joined and both free arms out: lines to draw with."""
    couple = begin(one_hand_hold)
    couple.lead.hand(RIGHT, -4.0, STYLED)
    return couple


def _sweep_and_rest(line: DancerLine, side: int, start: float) -> None:
    """Sweep an arm over a bar and a half, then let it come back."""
    arm_sweep(line, side, start, 4.0)
    line.hand(side, start + 5.4, STYLED)


def arm_sweeps(*, times: int = 2, both: bool = False) -> CoupleScore:
    """Her free arm sweeps out, up and down her cheek, once a phrase; with `both` his answers four counts later."""
    couple = _begin()
    for _ in range(times):
        _sweep_and_rest(couple.follow, LEFT, couple.beat)
        if both:
            arm_sweep(couple.lead, RIGHT, couple.beat + 2.0, 4.0)
            couple.lead.hand(RIGHT, couple.beat + 7.4, STYLED)
        basic(couple, 2)
    return finish(couple, 8 * times, hips=1.1)


def his_arm() -> CoupleScore:
    """His free arm sweeps out, up and down, hers opens in answer."""
    couple = _begin()
    arm_sweep(couple.lead, RIGHT, couple.beat, 4.0)
    couple.lead.hand(RIGHT, couple.beat + 5.4, STYLED)
    couple.follow.hand(LEFT, couple.beat + 4.0, HIGH, 2.0)
    couple.follow.hand(LEFT, couple.beat + 7.0, STYLED, 2.0)
    basic(couple, 2)
    return finish(couple, 8, hips=1.1)


def turn_with_arms() -> CoupleScore:
    """Her turn throws a free arm that sweeps to the side and over the head; then it sweeps once more."""
    couple = _begin()
    lady_turns(couple, -360.0)
    for bars in (2, 1):
        _sweep_and_rest(couple.follow, LEFT, couple.beat)
        basic(couple, bars, hip=1.2)
    return finish(couple, 16, hips=1.2)


def arms_like_wings() -> CoupleScore:
    """Both free arms open wide and rise, and sink again."""
    couple = _begin()
    _wings(couple)
    basic(couple, 2)
    return finish(couple, 8, hips=1.1)


def break_and_reach() -> CoupleScore:
    """A break back on each side; her arm sweeps up out of it."""
    couple = _begin()
    _sweep_and_rest(couple.follow, LEFT, couple.beat)
    for _ in range(2):
        together(couple, lambda first: rocking(first, 0.18))
    return finish(couple, 8, hips=1.1)


def _wings(couple: Couple) -> None:
    for line, side in ((couple.lead, RIGHT), (couple.follow, LEFT)):
        line.hand(side, couple.beat + 2.0, WIDE, 1.8)
        line.hand(side, couple.beat + 4.0, HIGH, 1.8)
        line.hand(side, couple.beat + 7.4, STYLED, 2.4)
