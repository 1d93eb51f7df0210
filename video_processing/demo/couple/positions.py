"""Figures that change how the couple stands: shadow, hammerlock, dips."""

from video_processing.demo.couple.anatomy import Bone
from video_processing.demo.couple.couple_line import (
    ABOVE_HER,
    FREE_LOW,
    HER_LEFT_HIP,
    HER_RIGHT_HIP,
    OPEN_LEFT,
    OPEN_RIGHT,
    Couple,
)
from video_processing.demo.couple.figures import BASIC_STEP_M
from video_processing.demo.couple.line import Go
from video_processing.demo.couple.score import LEFT, RIGHT, Spot, Target
from video_processing.demo.couple.steps import TAP, out, side, turning

BEHIND_HER_BACK = Target(Spot.ON_FOLLOW, (-0.03, 0.17, -0.165), Bone.PELVIS)
ARMS_OUT_LEFT = Target(Spot.ON_FOLLOW, (0.52, 0.16, 0.10))
ARMS_OUT_RIGHT = Target(Spot.ON_FOLLOW, (-0.52, 0.16, 0.10))


def into_shadow(couple: Couple) -> None:
    """From open hold: she turns half to her right in front of him and changes feet, so both step with the same foot."""
    start = couple.beat
    for name in tuple(couple.grips):
        couple.let_go(name, at=start + 0.4)
    turn = Go(forward_m=0.055, left_m=0.03, turn_deg=-60.0)
    couple.bar((Go(forward_m=0.045), Go(forward_m=0.045), Go(forward_m=0.045), TAP), (turn, turn, turn, Go()))
    couple.take("left", LEFT, LEFT, HER_LEFT_HIP, at=start + 3.4)
    couple.take("right", RIGHT, RIGHT, HER_RIGHT_HIP, at=start + 3.4)


def shadow_side(couple: Couple, step_m: float = BASIC_STEP_M, *, hip: float = 1.0) -> None:
    """Side basic of four counts in shadow: both use the same foot."""
    couple.bar(side(couple.lead.next_foot, step_m), side(couple.follow.next_foot, step_m), hip=hip)


def out_of_shadow(couple: Couple, degrees: float = 180.0) -> None:
    """She turns out to her left to face him (540: with a turn more) and changes feet back."""
    start = couple.beat
    for name in tuple(couple.grips):
        couple.let_go(name, at=start + 0.3)
    turn = Go(forward_m=0.075, turn_deg=degrees / 3)
    couple.lead.hand(LEFT, start + 1.5, FREE_LOW)
    couple.bar((Go(forward_m=-0.045), Go(forward_m=-0.045), Go(forward_m=-0.045), TAP), (turn, turn, turn, Go()))
    couple.take("main", LEFT, RIGHT, OPEN_LEFT, at=start + 3.7)
    couple.take("other", RIGHT, LEFT, OPEN_RIGHT, at=start + 3.9)


def into_hammerlock(couple: Couple) -> None:
    """From open hold: she turns right under his right hand while her right arm goes behind her back."""
    start = couple.beat
    couple.carry("other", ABOVE_HER, by=start + 0.4, ramp=1.2)
    couple.carry("main", BEHIND_HER_BACK, by=start + 2.4, ramp=2.2)
    reach = 2 * BASIC_STEP_M * out(couple.follow.next_foot)
    near = tuple(
        Go(go.left_m, 0.03 if index < 3 else 0.0, tap=go.tap) for index, go in enumerate(side(couple.lead.next_foot))
    )
    couple.bar(near, turning(-360.0, left_m=reach, forward_m=0.09))
    couple.carry("other", Target(Spot.BETWEEN, (-0.24, -0.24, 0.0)), by=start + 3.9, ramp=1.2)


def out_of_hammerlock(couple: Couple) -> None:
    """She unwinds to her left under his right hand."""
    start = couple.beat
    couple.carry("other", ABOVE_HER, by=start + 0.4, ramp=1.2)
    couple.carry("main", OPEN_LEFT, by=start + 2.6, ramp=2.4)
    reach = 2 * BASIC_STEP_M * out(couple.follow.next_foot)
    away = tuple(
        Go(go.left_m, -0.03 if index < 3 else 0.0, tap=go.tap) for index, go in enumerate(side(couple.lead.next_foot))
    )
    couple.bar(away, turning(360.0, left_m=reach, forward_m=-0.09))
    couple.carry("other", OPEN_RIGHT, by=start + 3.9, ramp=1.2)


def dip(couple: Couple, down: float, up: float, *, depth: float = 1.0) -> None:
    """Lay her back over his right arm from beat `down` to `up`; the feet stay where they are."""
    couple.follow.key("gaze", (down - 1.0, 0.85), (down, 0.0), (up, 0.0), (up + 0.8, 0.85))
    for channel, value in (
        ("chest_pitch", -46.0), ("hip_pitch", -24.0), ("hip_forward", 0.10), ("drop", 0.10), ("head_pitch", -18.0),
        ("chest_roll", 10.0),
    ):  # fmt: skip
        couple.follow.bump(channel, down, up, value * depth, ramp=1.3)
    for channel, value in (("chest_pitch", 24.0), ("hip_pitch", 12.0), ("drop", 0.09), ("hip_forward", -0.03)):
        couple.lead.bump(channel, down, up, value * depth, ramp=1.3)
