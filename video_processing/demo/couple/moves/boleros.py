"""Bolero: slow steps of two counts in a close hold, the trunk sways."""

from video_processing.demo.couple.body_moves import sway
from video_processing.demo.couple.couple_line import Bar, Couple
from video_processing.demo.couple.figures import begin, finish, slow_wheel, together
from video_processing.demo.couple.line import Go
from video_processing.demo.couple.positions import dip
from video_processing.demo.couple.score import CoupleScore
from video_processing.demo.couple.steps import slow

CLOSE_M = 0.21


def _sway_over(couple: Couple, start: float, amount: float) -> None:
    """Let both sway over the bar that began at `start`, to the other side than in the bar before."""
    towards = 1.0 if start % 8 < 4 else -1.0
    for line in (couple.lead, couple.follow):
        sway(line, start - 0.3, 3.8, towards * amount)


def bolero(*, n_counts: int = 16, step_m: float = 0.26, amount: float = 0.8) -> CoupleScore:
    """Long slow steps to the side."""
    couple = begin(half_m=CLOSE_M)
    for _ in range(n_counts // 4):
        start = couple.beat
        together(couple, lambda first: slow(first, step_m), hip=0.5)
        _sway_over(couple, start, amount)
    return finish(couple, n_counts, hips=1.2)


def bolero_dip() -> CoupleScore:
    """A slow step, and a small dip over the next."""
    couple = begin(half_m=CLOSE_M)
    together(couple, slow, hip=0.5)
    _sway_over(couple, 0.0, 0.8)
    together(couple, lambda first: slow(first, 0.12), hip=0.5)
    dip(couple, 5.6, 6.6, depth=0.35)
    return finish(couple, 8, hips=1.2)


def bolero_round(*, degrees: float = 60.0) -> CoupleScore:
    """Slow steps that turn the couple about the middle between both, a slow step to the side between them."""
    couple = begin(half_m=CLOSE_M)
    for bar in range(2):
        start = couple.beat
        if bar:
            together(couple, slow, hip=0.5)
        else:
            slow_wheel(couple, degrees, half_m=CLOSE_M)
        _sway_over(couple, start, 0.8)
    return finish(couple, 8, hips=1.2)


def bolero_walk(*, step_m: float = 0.22) -> CoupleScore:
    """Slow steps, he forward and she back, then home."""
    couple = begin(half_m=CLOSE_M)
    for forward in (step_m, -step_m):
        start = couple.beat
        couple.bar(_slow_walk(forward), _slow_walk(-forward), hip=0.5)
        _sway_over(couple, start, 0.8)
    return finish(couple, 8, hips=1.2)


def _slow_walk(step_m: float) -> Bar:
    return (Go(forward_m=step_m, beats=2.0), Go(tap=True, beats=2.0))
