"""Intros and outros."""

from video_processing.demo.couple.body_moves import arm_sweep
from video_processing.demo.couple.couple_line import (
    FREE_DOWN,
    FREE_LOW,
    HEART,
    OPEN_M,
    STYLED,
    Couple,
    closed_hold,
    one_hand_hold,
)
from video_processing.demo.couple.figures import (
    Hold,
    approach,
    basic,
    begin,
    finish,
    lady_turns,
    together,
    wheel,
)
from video_processing.demo.couple.intros import HIGH, WIDE, apart, bow, take_hold, walk_in
from video_processing.demo.couple.positions import dip
from video_processing.demo.couple.score import LEFT, RIGHT, CoupleScore
from video_processing.demo.couple.steps import side, spinning, standing


def walking_in(*, closed: bool = True, bowing: bool = False) -> CoupleScore:
    """Walk towards each other in eight counts, take hands, dance a basic."""
    couple = apart(0.85)
    meet_m = 0.235 if closed else 0.40
    if bowing:
        bow(couple.lead, 2.2, deep=0.8)
        bow(couple.follow, 2.6, deep=0.45)
    walk_in(couple, 0.85 - meet_m, bars=2)
    take_hold(couple, at=6.4, closed=closed)
    basic(couple, 2)
    return finish(couple, 16)


def waiting_and_walking_in() -> CoupleScore:
    """Four counts to find each other's eyes, eight to meet, a basic."""
    couple = apart(0.95)
    together(couple, lambda _: standing())
    couple.lead.hand(RIGHT, 2.0, HEART, 1.6)
    couple.lead.hand(RIGHT, 5.0, FREE_LOW, 1.4)
    walk_in(couple, 0.95 - 0.235, bars=2)
    take_hold(couple, at=10.4, closed=True)
    basic(couple, 1)
    return finish(couple, 16)


def dancing_in(*, hips: float = 1.2) -> CoupleScore:
    """Dance the side basic apart, close in, take one hand."""
    couple = apart(0.72)
    for line in (couple.lead, couple.follow):
        line.hand(LEFT, 0.5, STYLED)
        line.hand(RIGHT, 0.5, STYLED)
    basic(couple, 2, step_m=0.16, hip=1.3)
    approach(couple, 0.32)
    take_hold(couple, at=10.6, closed=False)
    basic(couple, 1)
    return finish(couple, 16, hips=hips)


def spinning_in() -> CoupleScore:
    """She spins in from afar while he waits, he catches her hand."""
    couple = apart(0.80)
    couple.follow.hand(LEFT, 0.5, STYLED)
    couple.follow.hand(RIGHT, 0.5, STYLED)
    basic(couple, 1, step_m=0.14)
    couple.bar(side(couple.lead.next_foot, 0.14), spinning(-360.0))
    approach(couple, 0.40)
    take_hold(couple, at=10.8, closed=False)
    basic(couple, 1)
    return finish(couple, 16, hips=1.1)


def _stand_still(couple: Couple, beats: float) -> None:
    together(couple, lambda _: standing(1.0))
    for line in (couple.lead, couple.follow):
        line.rest(beats)


def _let_go(couple: Couple) -> None:
    start = couple.beat
    couple.let_go("main", at=start + 0.2)
    for line in (couple.lead, couple.follow):
        line.hand(LEFT, start + 2.0, FREE_DOWN, 1.6)
        line.hand(RIGHT, start + 2.0, FREE_DOWN, 1.6)


def bowing_out(*, hold: Hold = one_hand_hold, turn: bool = False) -> CoupleScore:
    """A basic (or her turn), let go, step apart, bow and stand."""
    couple = begin(hold)
    basic(couple, 1)
    if turn:
        lady_turns(couple, 360.0)
    else:
        basic(couple, 1)
    _let_go(couple)
    approach(couple, -0.20 if hold is one_hand_hold else -0.30)
    for line, deep in ((couple.lead, 1.0), (couple.follow, 0.7)):
        bow(line, couple.beat + 1.2, deep=deep)
    _stand_still(couple, 7.0)
    return couple.score(16)


def circling_out() -> CoupleScore:
    """A basic, a sixth round each other, let go, step apart, bow and stand."""
    couple = begin(one_hand_hold)
    basic(couple, 1)
    wheel(couple, 60.0, half_m=OPEN_M)
    _let_go(couple)
    approach(couple, -0.20)
    for line, deep in ((couple.lead, 1.0), (couple.follow, 0.7)):
        bow(line, couple.beat + 1.2, deep=deep)
    _stand_still(couple, 7.0)
    return couple.score(16)


def last_pose() -> CoupleScore:
    """Basics, let go, a step apart, and a held pose: arms open, weight on one hip."""
    couple = begin(one_hand_hold)
    basic(couple, 2)
    _let_go(couple)
    approach(couple, -0.16)
    start = couple.beat
    couple.lead.hand(RIGHT, start + 1.6, WIDE, 1.6)
    couple.follow.hand(LEFT, start + 1.6, HIGH, 1.6)
    for line, amount in ((couple.lead, 0.5), (couple.follow, 1.0)):
        hip = 1 - 2 * line.next_foot
        line.key("hip_side", (start, 0.0), (start + 1.5, 0.04 * hip * amount), (start + 12, 0.04 * hip * amount))
        line.key("chest_roll", (start, 0.0), (start + 1.5, -5.0 * hip * amount), (start + 12, -5.0 * hip * amount))
    _stand_still(couple, 7.0)
    return couple.score(16)


def last_dip() -> CoupleScore:
    """Basics in the embrace, and a long dip to end."""
    couple = begin(closed_hold)
    basic(couple, 2)
    start = couple.beat
    together(couple, lambda first: side(first, 0.10)[:2])
    dip(couple, start + 2.2, start + 16.0)
    for line in (couple.lead, couple.follow):
        line.rest(8.0)
    return couple.score(16)


def waving_goodbye() -> CoupleScore:
    """Basic, let go, dance apart with an arm up, and stand."""
    couple = begin(one_hand_hold)
    basic(couple, 2, hip=1.2)
    _let_go(couple)
    approach(couple, -0.24)
    arm_sweep(couple.follow, RIGHT, couple.beat - 1.5, 4.5)
    couple.lead.hand(RIGHT, couple.beat + 1.0, HIGH, 1.5)
    couple.lead.hand(RIGHT, couple.beat + 4.0, FREE_LOW, 1.5)
    _stand_still(couple, 7.0)
    return couple.score(16, hips=1.1)
