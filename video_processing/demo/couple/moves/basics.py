"""Basics: side, forward and back, turning, the box."""

from video_processing.demo.couple.couple_line import closed_hold
from video_processing.demo.couple.figures import Hold, basic, begin, finish, towards_and_away, wheel
from video_processing.demo.couple.score import CoupleScore
from video_processing.demo.couple.steps import box


def side_basic(*, hold: Hold = closed_hold, step_m: float = 0.22, hips: float = 1.0, n_counts: int = 16) -> CoupleScore:
    """Side basics."""
    couple = begin(hold, step_m=step_m)
    basic(couple, n_counts // 4, step_m=step_m, hip=hips)
    return finish(couple, n_counts, hips=hips)


def forward_and_back() -> CoupleScore:
    """Forward on 1-2-3-tap and back on 5-6-7-tap, in the embrace."""
    couple = begin()
    towards_and_away(couple, 0.11)
    towards_and_away(couple, -0.11)
    return finish(couple, 8)


def turning_basic() -> CoupleScore:
    """Side basic, then round as a couple in two bars."""
    couple = begin()
    basic(couple, 2)
    wheel(couple, 60.0, half_m=0.235)
    wheel(couple, 60.0, half_m=0.235)
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
