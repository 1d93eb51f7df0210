"""Footwork: feet that play with the counts."""

from collections.abc import Sequence

from video_processing.demo.couple.couple_line import one_hand_hold, open_hold
from video_processing.demo.couple.figures import Footwork, Hold, basic, begin, finish, together
from video_processing.demo.couple.score import CoupleScore
from video_processing.demo.couple.steps import crossing, heel_and_toe, kicking, triple


def footwork(bars: Sequence[Footwork], *, hold: Hold = open_hold, hips: float = 1.0) -> CoupleScore:
    """Basics up to the last bars, which are the given ones."""
    couple = begin(hold)
    basic(couple, 4 - len(bars))
    for bar in bars:
        together(couple, bar)
    return finish(couple, 16, hips=hips)


def triples() -> CoupleScore:
    """Quick triple steps in three of four bars."""
    return footwork((triple, triple, triple), hips=1.1)


def kicks() -> CoupleScore:
    """Low kicks, crossed steps, kicks."""
    return footwork((kicking, crossing, kicking), hold=one_hand_hold)


def points() -> CoupleScore:
    """Heel forward, toe to the side, together: on both feet."""
    return footwork((heel_and_toe, heel_and_toe))
