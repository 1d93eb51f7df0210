"""Style: shimmies with open arms, and longer mixes of several figures."""

from collections.abc import Callable

from video_processing.demo.couple.body_moves import body_wave, head_roll, hip_roll, shimmy
from video_processing.demo.couple.couple_line import FREE_LOW, OPEN_LEFT, STYLED, Couple, one_hand_hold
from video_processing.demo.couple.figures import (
    approach,
    basic,
    begin,
    embrace,
    finish,
    he_turns,
    lady_turns,
    release_embrace,
    together,
    towards_and_away,
)
from video_processing.demo.couple.positions import dip
from video_processing.demo.couple.score import LEFT, RIGHT, CoupleScore
from video_processing.demo.couple.steps import crossing, kicking, on_the_spot, rocking, side

Feet = Callable[[Couple], None]


def shimmies(feet: Feet, *, amount: float = 1.0) -> CoupleScore:
    """Hands go, both shake the shoulders towards each other over two bars of `feet`, and hands meet again."""
    couple = begin(one_hand_hold)
    _shake_apart(couple, amount)
    feet(couple)
    _meet_again(couple)
    return finish(couple, 8, hips=1.2)


def _shake_apart(couple: Couple, amount: float) -> None:
    """Let go and shake the shoulders for eight counts, arms out, chests towards each other."""
    start = couple.beat
    couple.let_go("main", at=start)
    for line, size in ((couple.lead, 0.7), (couple.follow, 1.0)):
        line.hand(LEFT, start + 1.2, STYLED)
        line.hand(RIGHT, start + 1.2, STYLED)
        shimmy(line, start + 0.5, 6.5, size * amount)
        line.bump("chest_pitch", start + 1.5, start + 6.0, 9.0, ramp=1.2)


def _meet_again(couple: Couple) -> None:
    couple.lead.hand(RIGHT, couple.beat + 0.6, FREE_LOW)
    couple.take("main", LEFT, RIGHT, OPEN_LEFT, at=couple.beat + 0.8)


def to_the_side(couple: Couple) -> None:
    """Side basics with a strong hip."""
    for _ in range(2):
        together(couple, lambda first: side(first, 0.14), hip=1.4)


def closing_in(couple: Couple) -> None:
    """Closer in three steps, and apart again."""
    approach(couple, 0.10)
    approach(couple, -0.10)


def low(couple: Couple) -> None:
    """Small steps, soft in the knees."""
    for line in (couple.lead, couple.follow):
        line.bump("drop", couple.beat + 1.0, couple.beat + 6.0, 0.055, ramp=1.5)
    for _ in range(2):
        together(couple, lambda first: side(first, 0.06))


def in_place(couple: Couple) -> None:
    """Steps on the spot."""
    for _ in range(2):
        together(couple, lambda _: on_the_spot(), hip=1.2)


def chasing(couple: Couple) -> None:
    """He forward and she back, and home."""
    towards_and_away(couple, 0.15)
    towards_and_away(couple, -0.15)


def breaking(couple: Couple) -> None:
    """A break back on each side."""
    for _ in range(2):
        together(couple, lambda first: rocking(first, 0.16), hip=1.3)


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
    """Four phrases: kicks and crosses, shimmies, his turn, shimmies again."""
    couple = begin(one_hand_hold)
    _shake_apart(couple, 1.0)
    to_the_side(couple)
    _meet_again(couple)
    together(couple, kicking)
    together(couple, crossing)
    he_turns(couple, -360.0)
    lady_turns(couple, 360.0)
    _shake_apart(couple, 1.0)
    closing_in(couple)
    _meet_again(couple)
    return finish(couple, 32, hips=1.2)
