"""Shadow and hammerlock."""

from video_processing.demo.couple.body_moves import body_wave, hip_roll
from video_processing.demo.couple.couple_line import open_hold
from video_processing.demo.couple.figures import basic, begin, finish
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


def shadow_basic(*, arms_out: bool = False, turn_out_deg: float = 180.0, hips: float = 1.0) -> CoupleScore:
    """Into shadow, side basic there, out again."""
    couple = begin(open_hold)
    into_shadow(couple)
    if arms_out:
        couple.carry("left", ARMS_OUT_LEFT, by=6.0, ramp=1.6)
        couple.carry("right", ARMS_OUT_RIGHT, by=6.0, ramp=1.6)
    shadow_side(couple, hip=1.1)
    shadow_side(couple, hip=1.1)
    out_of_shadow(couple, turn_out_deg)
    return finish(couple, 16, hips=hips)


def shadow_hip_rolls() -> CoupleScore:
    """In shadow: she rolls the hips over a whole bar each way, he answers smaller."""
    couple = begin(open_hold)
    into_shadow(couple)
    for towards in (LEFT, RIGHT):
        start = couple.beat
        shadow_side(couple, 0.08, hip=0.6)
        hip_roll(couple.follow, start + 0.1, 3.6, 1.1, towards=towards)
        hip_roll(couple.lead, start + 0.3, 3.4, 0.45, towards=towards)
    out_of_shadow(couple)
    return finish(couple, 16, hips=0.9)


def shadow_wave() -> CoupleScore:
    """In shadow: a wave goes through both, hers first."""
    couple = begin(open_hold)
    into_shadow(couple)
    for _ in range(2):
        start = couple.beat
        shadow_side(couple, 0.10, hip=0.7)
        body_wave(couple.follow, start, 3.8, 1.1)
        body_wave(couple.lead, start + 0.3, 3.6, 0.5)
    out_of_shadow(couple, 540.0)
    return finish(couple, 16)


def hammerlock(*, rolls: bool = False) -> CoupleScore:
    """Into hammerlock, two bars there (with hip rolls if wanted), out again."""
    couple = begin(open_hold)
    into_hammerlock(couple)
    for towards in (RIGHT, LEFT):
        start = couple.beat
        basic(couple, 1, step_m=0.10 if rolls else 0.22)
        if rolls:
            hip_roll(couple.follow, start + 0.2, 3.5, 1.0, towards=towards)
    out_of_hammerlock(couple)
    return finish(couple, 16)
