"""Shadow and hammerlock."""

from collections.abc import Callable

from video_processing.demo.couple.body_moves import body_wave, golpe, hip_roll
from video_processing.demo.couple.couple_line import Couple, open_hold
from video_processing.demo.couple.figures import basic, begin, finish, together, towards_and_away, wheel
from video_processing.demo.couple.positions import (
    ARMS_OUT_LEFT,
    ARMS_OUT_RIGHT,
    into_hammerlock,
    into_shadow,
    out_of_hammerlock,
    out_of_shadow,
    shadow_side,
)
from video_processing.demo.couple.score import LEFT, RIGHT, CoupleScore
from video_processing.demo.couple.steps import on_the_spot, rocking, walk

Middle = Callable[[Couple], None]


def shadow(middle: Middle, *, turn_out_deg: float = 180.0, hips: float = 1.0) -> CoupleScore:
    """Into shadow, two bars of `middle` there, out again."""
    couple = begin(open_hold)
    into_shadow(couple)
    middle(couple)
    out_of_shadow(couple, turn_out_deg)
    return finish(couple, 16, hips=hips)


def side_to_side(couple: Couple) -> None:
    """Two bars of side basic in shadow."""
    shadow_side(couple, hip=1.1)
    shadow_side(couple, hip=1.1)


def with_long_arms(couple: Couple) -> None:
    """The same with both pairs of arms stretched to the sides."""
    couple.carry("left", ARMS_OUT_LEFT, by=6.0, ramp=1.6)
    couple.carry("right", ARMS_OUT_RIGHT, by=6.0, ramp=1.6)
    side_to_side(couple)


def rolling_hips(couple: Couple) -> None:
    """She rolls the hips over a whole bar each way, he answers smaller."""
    for towards in (LEFT, RIGHT):
        start = couple.beat
        shadow_side(couple, 0.08, hip=0.6)
        hip_roll(couple.follow, start + 0.1, 3.6, 1.1, towards=towards)
        hip_roll(couple.lead, start + 0.3, 3.4, 0.45, towards=towards)


def waving_bodies(couple: Couple) -> None:
    """A wave goes through both, hers first."""
    for _ in range(2):
        start = couple.beat
        shadow_side(couple, 0.10, hip=0.7)
        body_wave(couple.follow, start, 3.8, 1.1)
        body_wave(couple.lead, start + 0.3, 3.6, 0.5)


def walking(couple: Couple) -> None:
    """Forward together in three steps, and back."""
    for step_m in (0.13, -0.13):
        couple.bar(walk(step_m), walk(step_m), hip=1.1)


def rocking_back(couple: Couple) -> None:
    """A break back on each side, together."""
    for _ in range(2):
        couple.bar(rocking(couple.lead.next_foot, 0.14), rocking(couple.follow.next_foot, 0.20), hip=1.1)


def hammerlock(middle: Middle, *, hips: float = 1.0) -> CoupleScore:
    """Into hammerlock, two bars of `middle` there, out again."""
    couple = begin(open_hold)
    into_hammerlock(couple)
    middle(couple)
    out_of_hammerlock(couple)
    return finish(couple, 16, hips=hips)


def two_basics(couple: Couple) -> None:
    """Two bars of side basic."""
    basic(couple, 2)


def hips_in_hammerlock(couple: Couple) -> None:
    """Small steps, her hips roll once each way."""
    for towards in (RIGHT, LEFT):
        start = couple.beat
        basic(couple, 1, step_m=0.10)
        hip_roll(couple.follow, start + 0.2, 3.5, 1.0, towards=towards)


def walking_round(couple: Couple) -> None:
    """A sixth round each other, twice."""
    for _ in range(2):
        wheel(couple, 60.0, half_m=0.31)


def walking_forth_and_back(couple: Couple) -> None:
    """Forward for him, back for her, and home."""
    towards_and_away(couple, 0.12)
    towards_and_away(couple, -0.12)


def hits_in_hammerlock(couple: Couple) -> None:
    """Hits of the hips on the counts, feet nearly still."""
    for bar in range(2):
        start = couple.beat
        together(couple, lambda _: on_the_spot(), hip=1.2)
        for index in range(4):
            side_of_hit = LEFT if (index + bar) % 2 else RIGHT
            golpe(couple.follow, start + index, side_of_hit, 0.9)


def breaks_in_hammerlock(couple: Couple) -> None:
    """A break back on each side."""
    for _ in range(2):
        together(couple, lambda first: rocking(first, 0.16))
