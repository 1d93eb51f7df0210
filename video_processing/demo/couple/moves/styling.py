"""Arm styling, and longer mixes of several figures."""

from video_processing.demo.couple.body_moves import arm_sweep, body_wave, head_roll, hip_roll
from video_processing.demo.couple.couple_line import FREE_LOW, STYLED, one_hand_hold
from video_processing.demo.couple.figures import (
    basic,
    begin,
    cross_body,
    embrace,
    finish,
    he_turns,
    lady_turns,
    release_embrace,
    together,
)
from video_processing.demo.couple.positions import dip
from video_processing.demo.couple.score import LEFT, RIGHT, CoupleScore
from video_processing.demo.couple.steps import crossing, kicking, side


def arm_sweeps(*, both: bool = False) -> CoupleScore:
    """Her free arm sweeps out, up and down her cheek; with `both`, hands let go and his arm answers."""
    couple = begin(one_hand_hold)
    basic(couple, 1)
    arm_sweep(couple.follow, LEFT, couple.beat, 4.0)
    basic(couple, 1)
    couple.follow.hand(LEFT, couple.beat + 1.0, STYLED)
    if both:
        arm_sweep(couple.lead, RIGHT, couple.beat, 4.0)
        couple.lead.hand(RIGHT, couple.beat + 5.0, FREE_LOW)
    basic(couple, 1)
    arm_sweep(couple.follow, LEFT, couple.beat, 3.6)
    basic(couple, 1)
    couple.follow.hand(LEFT, couple.beat + 1.0, STYLED)
    return finish(couple, 16, hips=1.1)


def turn_with_arms() -> CoupleScore:
    """Her turn ends in a free arm that sweeps to the side and over the head."""
    couple = begin(one_hand_hold)
    lady_turns(couple, -360.0)
    arm_sweep(couple.follow, LEFT, couple.beat, 4.0)
    basic(couple, 1, hip=1.2)
    couple.follow.hand(LEFT, couple.beat + 1.0, STYLED)
    lady_turns(couple, -360.0)
    basic(couple, 1)
    return finish(couple, 16, hips=1.2)


def sensual_mix() -> CoupleScore:
    """Four phrases: hip rolls, a wave, her turn, a head roll and a dip."""
    couple = begin(half_m=0.215)
    basic(couple, 1)
    start = couple.beat
    basic(couple, 1, step_m=0.10)
    hip_roll(couple.follow, start + 0.2, 3.4, 1.1, towards=LEFT)
    start = couple.beat
    together(couple, lambda first: side(first, 0.10))
    body_wave(couple.follow, start, 3.8, 1.2)
    body_wave(couple.lead, start + 0.3, 3.5, 0.4)
    basic(couple, 1)
    release_embrace(couple, at=couple.beat + 0.6)
    lady_turns(couple, -360.0)
    embrace(couple, at=couple.beat + 0.5)
    basic(couple, 1)
    start = couple.beat
    together(couple, lambda first: side(first, 0.10))
    head_roll(couple.follow, start + 0.3, 3.2)
    start = couple.beat
    together(couple, lambda first: side(first, 0.10), hip=0.5)
    dip(couple, start + 1.4, start + 2.4)
    return finish(couple, 32)


def fiesta_mix() -> CoupleScore:
    """Four phrases: turns both ways, kicks, his turn, a change of places with a turn."""
    couple = begin(one_hand_hold)
    lady_turns(couple, -360.0)
    lady_turns(couple, 360.0)
    together(couple, kicking)
    together(couple, crossing)
    he_turns(couple, -360.0)
    basic(couple, 1)
    cross_body(couple, extra_turn_deg=360.0)
    return finish(couple, 32, hips=1.2)
