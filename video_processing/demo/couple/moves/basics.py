"""Basics, bolero and walks."""

from video_processing.demo.couple.body_moves import sway
from video_processing.demo.couple.couple_line import closed_hold, open_hold
from video_processing.demo.couple.figures import (
    Hold,
    basic,
    begin,
    finish,
    together,
    towards_and_away,
    wheel,
)
from video_processing.demo.couple.positions import dip
from video_processing.demo.couple.score import CoupleScore
from video_processing.demo.couple.steps import box, rocking, side, slow, triple


def side_basic(*, hold: Hold = closed_hold, step_m: float = 0.22, hips: float = 1.0) -> CoupleScore:
    """Two side basics."""
    couple = begin(hold, step_m=step_m)
    basic(couple, 4, step_m=step_m, hip=hips)
    return finish(couple, 16, hips=hips)


def forward_and_back(*, hips: float = 1.0) -> CoupleScore:
    """A side basic, then forward on 1-2-3-tap and back on 5-6-7-tap."""
    couple = begin(open_hold)
    basic(couple, 2)
    towards_and_away(couple, 0.17)
    towards_and_away(couple, -0.17)
    return finish(couple, 16, hips=hips)


def turning_basic() -> CoupleScore:
    """Side basic, then once round as a couple in two bars."""
    couple = begin()
    basic(couple, 2)
    wheel(couple, 180.0, half_m=0.235)
    wheel(couple, 180.0, half_m=0.235)
    return finish(couple, 16)


def box_basic() -> CoupleScore:
    """The box: side, together, forward; side, together, back. Twice."""
    couple = begin()
    for _ in range(4):
        lead = couple.lead.next_foot
        # She dances his box in the mirror: forward for him is back for her.
        mirrored = box(lead)
        couple.bar(mirrored, tuple(type(go)(-go.left_m, -go.forward_m, tap=go.tap) for go in mirrored))
    return finish(couple, 16)


def syncopated_basic() -> CoupleScore:
    """A side basic, then quick steps on the "and"."""
    couple = begin(open_hold)
    basic(couple, 2)
    together(couple, triple)
    together(couple, triple)
    return finish(couple, 16, hips=1.1)


def bolero(*, with_dip: bool = False) -> CoupleScore:
    """Long slow steps in a close hold, swaying; at the end a breath or a dip."""
    couple = begin(half_m=0.21)
    for bar in range(3 if with_dip else 4):
        start = couple.beat
        together(couple, slow, hip=0.5)
        for line in (couple.lead, couple.follow):
            sway(line, start - 0.3, 3.8, 0.8 if bar % 2 == 0 else -0.8)
    if with_dip:
        start = couple.beat
        together(couple, lambda first: side(first, 0.12))
        dip(couple, start + 1.6, start + 2.6, depth=0.9)
    return finish(couple, 16, hips=1.2)


def promenade() -> CoupleScore:
    """Rock back to open the hold, walk half round each other, rock again and walk home."""
    couple = begin(open_hold, half_m=0.34)
    for _ in range(2):
        together(couple, lambda first: rocking(first, 0.18))
        wheel(couple, 180.0, half_m=0.34)
    return finish(couple, 16)
