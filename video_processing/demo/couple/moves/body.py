"""Hip rolls, body waves, head rolls and golpes: the body over simple steps."""

from video_processing.demo.couple.body_moves import body_wave, golpe, head_roll, hip_roll, shimmy
from video_processing.demo.couple.couple_line import FREE_LOW, STYLED, closed_hold, one_hand_hold, open_hold
from video_processing.demo.couple.figures import (
    Hold,
    basic,
    begin,
    embrace,
    finish,
    lady_turns,
    release_embrace,
    together,
)
from video_processing.demo.couple.positions import dip
from video_processing.demo.couple.score import LEFT, RIGHT, CoupleScore
from video_processing.demo.couple.steps import on_the_spot, side

CLOSE_M = 0.215


def hip_rolls(*, hold: Hold = closed_hold, each_bar: bool = True, amount: float = 1.0) -> CoupleScore:
    """A roll of the hips each bar (or every second), hers large, his small."""
    couple = begin(hold, half_m=CLOSE_M if hold is closed_hold else None)
    for bar in range(4):
        start = couple.beat
        basic(couple, 1, step_m=0.10 if each_bar else 0.18, hip=0.8)
        if each_bar or bar % 2:
            towards = RIGHT if bar % 2 == 0 else LEFT
            hip_roll(couple.follow, start + 0.2, 3.4, amount, towards=towards)
            hip_roll(couple.lead, start + 0.4, 3.2, 0.4 * amount, towards=1 - towards)
    return finish(couple, 16)


def waves(*, times: int = 2, turn_first: bool = False) -> CoupleScore:
    """Body waves in a close hold, after a turn if wanted."""
    couple = begin(half_m=CLOSE_M)
    if turn_first:
        basic(couple, 1)
        release_embrace(couple, at=couple.beat + 0.6)
        lady_turns(couple, 360.0)
        embrace(couple, at=couple.beat + 0.4)
    else:
        basic(couple, 4 - times)
    for _ in range(2 if turn_first else times):
        start = couple.beat
        together(couple, lambda first: side(first, 0.08), hip=0.7)
        body_wave(couple.follow, start - 0.2, 3.9, 1.15)
        body_wave(couple.lead, start + 0.2, 3.6, 0.45)
    return finish(couple, 16)


def head_rolls(*, with_dip: bool = False) -> CoupleScore:
    """A basic, a slow roll of her head over a bar, a dip or a second roll, and up."""
    couple = begin(half_m=CLOSE_M)
    basic(couple, 2)
    start = couple.beat
    together(couple, lambda first: side(first, 0.10), hip=0.8)
    head_roll(couple.follow, start + 0.4, 3.2, 1.0)
    start = couple.beat
    together(couple, lambda first: side(first, 0.10), hip=0.6)
    if with_dip:
        dip(couple, start + 1.4, start + 2.4)
    else:
        head_roll(couple.follow, start + 1.2, 2.4, 0.8, towards=LEFT)
    return finish(couple, 16)


SIMPLE = (0.0, 1.0, 2.0)
SYNCOPATED = (0.0, 0.5, 1.5, 2.0, 2.5)


def golpes(*, hits: tuple[float, ...] = SIMPLE, amount: float = 1.0, hips: float = 1.0) -> CoupleScore:
    """A basic, then hits of the hips on the given beats of two bars, feet nearly still."""
    couple = begin(open_hold)
    basic(couple, 2)
    for bar in range(2):
        start = couple.beat
        together(couple, lambda _: on_the_spot(), hip=1.3)
        for index, beat in enumerate((*hits, 3.0)):
            side_of_hit = LEFT if (index + bar) % 2 else RIGHT
            golpe(couple.follow, start + beat, side_of_hit, amount)
            golpe(couple.lead, start + beat, 1 - side_of_hit, 0.5 * amount)
    return finish(couple, 16, hips=hips)


def shimmies() -> CoupleScore:
    """A basic, hands go, both shake the shoulders towards each other, a turn to close."""
    couple = begin(one_hand_hold)
    basic(couple, 1)
    lady_turns(couple, 360.0)
    start = couple.beat
    couple.let_go("main", at=start)
    for line, amount in ((couple.lead, 0.7), (couple.follow, 1.0)):
        line.hand(LEFT, start + 1.2, STYLED)
        line.hand(RIGHT, start + 1.2, STYLED)
        shimmy(line, start + 0.5, 6.5, amount)
        line.bump("chest_pitch", start + 1.5, start + 6.0, 9.0, ramp=1.2)
        line.hand(LEFT, start + 9.0, FREE_LOW)
        line.hand(RIGHT, start + 9.0, FREE_LOW)
    together(couple, lambda first: side(first, 0.14), hip=1.4)
    together(couple, lambda first: side(first, 0.14), hip=1.4)
    return finish(couple, 16, hips=1.2)
