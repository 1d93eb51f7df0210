"""How a dance opens and closes: walking in, taking hands, bowing, a last pose."""

from video_processing.demo.couple.couple_line import (
    FREE_DOWN,
    FREE_LOW,
    HEART,
    JOINED_SIDE,
    LEADS_SHOULDER,
    OPEN_LEFT,
    SHOULDER_BLADE,
    Couple,
)
from video_processing.demo.couple.figures import together
from video_processing.demo.couple.line import DancerLine, Go
from video_processing.demo.couple.score import LEFT, RIGHT, Spot, Target
from video_processing.demo.couple.steps import TAP

OFFERED = Target(Spot.FREE, (0.10, -0.30, 0.80))
WIDE = Target(Spot.FREE, (0.86, 0.02, 0.25))
HIGH = Target(Spot.FREE, (0.45, 0.86, 0.10))


def apart(half_m: float) -> Couple:
    """Return a couple that stands waiting, `half_m` from the middle each, before count 1 of the dance."""
    couple = Couple(half_m, beat=-8.0)
    couple.rest_hands(FREE_DOWN)
    for line in (couple.lead, couple.follow):
        line.rest(8.0)
        line.last_foot = RIGHT if line.role == 0 else LEFT
        for beat in (-3.0, -1.0):
            line.accent("hip_side", beat, 0.012 * (1 if beat < -2 else -1), 1.0)
    return couple


def walk_in(couple: Couple, each_m: float, *, bars: int = 1) -> None:
    """Walk towards each other, `each_m` each, in three steps and a tap a bar."""
    step = each_m / (3 * bars)
    for _ in range(bars):
        together(couple, lambda _: (Go(forward_m=step), Go(forward_m=step), Go(forward_m=step), TAP))


def take_hold(couple: Couple, *, at: float, closed: bool) -> None:
    """He offers his left hand, she lays hers in it; in closed hold his right goes to her back."""
    couple.lead.hand(LEFT, at - 1.2, OFFERED, 1.4)
    couple.take("main", LEFT, RIGHT, OPEN_LEFT, at=at)
    if closed:
        couple.carry("main", JOINED_SIDE, by=at + 1.4)
        couple.lead.hand(RIGHT, at + 1.2, SHOULDER_BLADE, 1.4)
        couple.follow.hand(LEFT, at + 1.4, LEADS_SHOULDER, 1.4)
    else:
        couple.lead.hand(RIGHT, at + 0.5, FREE_LOW)
        couple.follow.hand(LEFT, at + 0.5, FREE_LOW)


def bow(line: DancerLine, beat: float, *, deep: float = 1.0) -> None:
    """Bow around `beat`, a hand on the heart."""
    line.key("chest_pitch", (beat - 1.6, 0.0), (beat, 26.0 * deep), (beat + 0.6, 26.0 * deep), (beat + 2.0, 0.0))
    line.key("hip_pitch", (beat - 1.6, 0.0), (beat, 12.0 * deep), (beat + 0.6, 12.0 * deep), (beat + 2.0, 0.0))
    line.hand(RIGHT, beat - 0.2, HEART, 1.2)
    line.hand(RIGHT, beat + 2.4, FREE_LOW, 1.4)
