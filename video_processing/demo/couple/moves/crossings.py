"""Changes of place: he opens the door, she walks through."""

from collections.abc import Sequence

from video_processing.demo.couple.couple_line import STYLED, closed_hold, one_hand_hold, open_hold
from video_processing.demo.couple.figures import CLOSED_TO_OPEN_M, begin, cross_body, finish, release_embrace
from video_processing.demo.couple.score import LEFT, CoupleScore


def cross_body_lead(*, turns_deg: Sequence[float] = (0.0,), hips: float = 1.0) -> CoupleScore:
    """Change places once for each of `turns_deg`: how much further she turns on the way."""
    couple = begin(one_hand_hold)
    for degrees in turns_deg:
        cross_body(couple, extra_turn_deg=degrees)
    return finish(couple, 8 * len(turns_deg), hips=hips)


def open_cross_body(*, times: int = 1) -> CoupleScore:
    """Changes of place out of the open hold: one pair of hands parts."""
    couple = begin(open_hold)
    couple.let_go("other", at=couple.beat + 0.5)
    couple.follow.hand(LEFT, couple.beat + 1.5, STYLED)
    for _ in range(times):
        cross_body(couple)
    return finish(couple, 8 * times)


def cross_body_from_embrace() -> CoupleScore:
    """He opens the embrace as he opens the door."""
    couple = begin(closed_hold, half_m=CLOSED_TO_OPEN_M)
    release_embrace(couple, at=couple.beat + 1.5)
    cross_body(couple, half_m=CLOSED_TO_OPEN_M)
    return finish(couple, 8)
