"""Writing a couple's move: both parts, and the hands between them."""

from dataclasses import replace

from video_processing.demo.couple.anatomy import Bone
from video_processing.demo.couple.line import DancerLine, Go
from video_processing.demo.couple.score import LEFT, RIGHT, CoupleScore, Grip, HandKey, Spot, Target

CLOSED_M, OPEN_M = 0.235, 0.40
"""Half the distance between the dancers in closed and in open hold."""

LEAD_HIP_SWAY, FOLLOW_HIP_SWAY = 0.36, 1.55

JOINED_SIDE = Target(Spot.BETWEEN, (0.36, -0.07, 0.02))
"""The joined hands of a closed hold, at the lead's left, shoulder high."""
OPEN_LEFT, OPEN_RIGHT = Target(Spot.BETWEEN, (0.20, -0.34, 0.0)), Target(Spot.BETWEEN, (-0.20, -0.34, 0.0))
SHOULDER_BLADE = Target(Spot.ON_FOLLOW, (0.075, 0.03, -0.125))
LEADS_SHOULDER = Target(Spot.ON_LEAD, (-0.155, 0.19, 0.075))
LEADS_LEFT_SHOULDER = Target(Spot.ON_LEAD, (0.155, 0.19, 0.075))
HER_LEFT_HIP = Target(Spot.ON_FOLLOW, (0.175, 0.14, 0.05), Bone.PELVIS)
HER_RIGHT_HIP = Target(Spot.ON_FOLLOW, (-0.175, 0.14, 0.05), Bone.PELVIS)
LOW_ON_HER_BACK = Target(Spot.ON_FOLLOW, (-0.09, -0.06, -0.115))
FREE_LOW = Target(Spot.FREE, (0.28, -0.62, 0.30))
FREE_DOWN = Target(Spot.FREE, (0.22, -0.93, 0.08))
AT_OWN_HIP = Target(Spot.FREE, (0.16, -0.74, 0.16))
OVER_OWN_HEAD = Target(Spot.FREE, (-0.08, 0.80, 0.12))
HEART = Target(Spot.FREE, (-0.34, -0.34, 0.42))
"""A hand on the own heart."""
STYLED = Target(Spot.FREE, (0.62, -0.30, 0.36))
ABOVE_HER = Target(Spot.OVER_FOLLOW, (0.0, 0.10, 0.0))

Bar = tuple[Go, ...]


class Couple:
    """A couple's move in the making. Both cursors stand on the same beat between figures."""

    def __init__(self, half_distance_m: float = CLOSED_M, *, beat: float = 0.0, z_m: float = 0.0) -> None:
        self.lead = DancerLine(0, -half_distance_m, z_m, 90.0, beat)
        self.follow = DancerLine(1, half_distance_m, z_m, -90.0, beat)
        self.grips: dict[str, Grip] = {}
        self.done: list[Grip] = []

    @property
    def beat(self) -> float:
        """Return the beat both cursors stand on."""
        return self.lead.beat

    def bar(self, lead: Bar, follow: Bar, *, hip: float = 1.0) -> None:
        """Dance four counts; taps get their accent of the hip, `hip` times as strong as usual."""
        for line, steps, strength in ((self.lead, lead, 0.35 * hip), (self.follow, follow, hip)):
            start = line.beat
            line.dance(steps)
            for event in line.feet:
                if event.beat >= start and not event.bears_weight:
                    towards = 1 - 2 * event.side
                    line.accent("hip_roll", event.beat, 11.0 * strength * towards)
                    line.accent("hip_side", event.beat, 0.030 * strength * towards)

    def take(self, name: str, lead_side: int, follow_side: int, target: Target, *, at: float) -> None:
        """Join two hands from beat `at` on."""
        self.grips[name] = Grip(lead_side, follow_side, at, 1e9, (HandKey(at, target),))

    def carry(self, name: str, target: Target, *, by: float, ramp: float = 1.0) -> None:
        """Move joined hands to a target by beat `by`."""
        grip = self.grips[name]
        self.grips[name] = replace(grip, path=(*grip.path, HandKey(by, target, ramp)))

    def let_go(self, name: str, *, at: float) -> None:
        """Part two hands at beat `at`."""
        self.done.append(replace(self.grips.pop(name), end_beat=at))

    def rest_hands(self, target: Target = FREE_LOW, *, at: float = -100.0) -> None:
        """Let all four hands go to a free place, whatever joins them later."""
        for line in (self.lead, self.follow):
            for side in (LEFT, RIGHT):
                line.hand(side, at, target)

    def score(self, n_counts: int, *, hips: float = 1.0) -> CoupleScore:
        """Return the finished move."""
        parts = (self.lead.score(LEAD_HIP_SWAY * hips), self.follow.score(FOLLOW_HIP_SWAY * hips))
        return CoupleScore(parts, (*self.done, *self.grips.values()), n_counts)


def closed_hold(couple: Couple, *, at: float) -> None:
    """Lead's left in follow's right, lead's right on her shoulder blade, her left on his shoulder."""
    couple.take("main", LEFT, RIGHT, JOINED_SIDE, at=at)
    couple.lead.hand(RIGHT, at, SHOULDER_BLADE)
    couple.follow.hand(LEFT, at, LEADS_SHOULDER)


def hip_hold(couple: Couple, *, at: float) -> None:
    """His hands on her hips, her arms over her head."""
    couple.lead.hand(LEFT, at, HER_RIGHT_HIP)
    couple.lead.hand(RIGHT, at, HER_LEFT_HIP)
    couple.follow.hand(LEFT, at, OVER_OWN_HEAD)
    couple.follow.hand(RIGHT, at, OVER_OWN_HEAD)


def waist_hold(couple: Couple, *, at: float) -> None:
    """His hands on her hips, hers on his shoulders."""
    couple.lead.hand(LEFT, at, HER_RIGHT_HIP)
    couple.lead.hand(RIGHT, at, HER_LEFT_HIP)
    couple.follow.hand(LEFT, at, LEADS_SHOULDER)
    couple.follow.hand(RIGHT, at, LEADS_LEFT_SHOULDER)


def spin_hold(couple: Couple, *, at: float) -> None:
    """One pair of hands joined; her free hand on her heart, his at his side: arms in, as for spins."""
    couple.take("main", LEFT, RIGHT, OPEN_LEFT, at=at)
    couple.lead.hand(RIGHT, at, FREE_DOWN)
    couple.follow.hand(LEFT, at, HEART)


def no_hold(couple: Couple, *, at: float) -> None:
    """Nobody holds anybody: hands low at the own hips, for feet to play."""
    for line in (couple.lead, couple.follow):
        line.hand(LEFT, at, AT_OWN_HIP)
        line.hand(RIGHT, at, AT_OWN_HIP)


def back_hold(couple: Couple, *, at: float) -> None:
    """Both his hands on her back, both hers on his shoulders."""
    couple.lead.hand(LEFT, at, LOW_ON_HER_BACK)
    couple.lead.hand(RIGHT, at, SHOULDER_BLADE)
    couple.follow.hand(LEFT, at, LEADS_SHOULDER)
    couple.follow.hand(RIGHT, at, LEADS_LEFT_SHOULDER)


def open_hold(couple: Couple, *, at: float) -> None:
    """Both pairs of hands joined, waist high."""
    couple.take("main", LEFT, RIGHT, OPEN_LEFT, at=at)
    couple.take("other", RIGHT, LEFT, OPEN_RIGHT, at=at)


def one_hand_hold(couple: Couple, *, at: float) -> None:
    """Only lead's left and follow's right joined; the other arms are styled."""
    couple.take("main", LEFT, RIGHT, OPEN_LEFT, at=at)
    couple.lead.hand(RIGHT, at, FREE_LOW)
    couple.follow.hand(LEFT, at, STYLED)
