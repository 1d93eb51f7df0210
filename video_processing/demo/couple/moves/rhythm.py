"""Footwork: feet that play with the counts."""

from collections.abc import Sequence

from video_processing.demo.couple.couple_line import no_hold
from video_processing.demo.couple.figures import Footwork, Hold, begin, finish, together
from video_processing.demo.couple.score import CoupleScore
from video_processing.demo.couple.steps import crossing, heel_and_toe, kicking, triple


def footwork(bars: Sequence[Footwork], *, hold: Hold = no_hold, hips: float = 1.0) -> CoupleScore:
    """Bars of the given footwork, both dancers alike."""
    couple = begin(hold)
    for bar in bars:
        together(couple, bar)
    return finish(couple, 4 * len(bars), hips=hips)


def triples() -> CoupleScore:
    """Quick triple steps."""
    return footwork((triple, triple), hips=1.1)


def kicks() -> CoupleScore:
    """A bar of low kicks, a bar of crossed steps."""
    return footwork((kicking, crossing))


def quick_kicks() -> CoupleScore:
    """Low kicks on both sides."""
    return footwork((kicking, kicking), hips=1.1)


def points() -> CoupleScore:
    """Heel forward, toe to the side, together: on both feet."""
    return footwork((heel_and_toe, heel_and_toe))


def points_and_triples() -> CoupleScore:
    """A bar of points, a bar of quick steps."""
    return footwork((heel_and_toe, triple), hips=1.1)


def crosses() -> CoupleScore:
    """Crossed steps on both sides."""
    return footwork((crossing, crossing))


def kicks_and_points() -> CoupleScore:
    """A kick bar, a bar of points."""
    return footwork((kicking, heel_and_toe))
