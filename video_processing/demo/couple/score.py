"""What a couple dances, as data: steps, bends and hands in beats. Beat 0 is the first count 1 of a clip.

Lengths in metres, angles in degrees; yaw 0 faces the couple's front (the camera of day zero), positive turns left.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from video_processing.demo.couple.anatomy import Bone

LEFT, RIGHT = 0, 1
Keys = tuple[tuple[float, float], ...]
"""(beat, value), rising beats; smooth in between, constant outside."""


@dataclass(frozen=True)
class FootEvent:
    """A foot lands."""

    beat: float
    side: int
    x_m: float
    z_m: float
    yaw_deg: float
    bears_weight: bool
    """False: a tap, the weight stays on the other foot."""
    lift_m: float
    swing_beats: float
    """How long before `beat` the foot leaves the floor."""
    heel_deg: float = 0.0
    """How far the heel stays up after landing (taps)."""


@dataclass(frozen=True)
class Pulse:
    """A short accent on a channel: rises to `amount` at `beat` and falls back within `width_beats` either side."""

    channel: str
    beat: float
    amount: float
    width_beats: float


class Spot(StrEnum):
    """What a hand's place is measured from."""

    FREE = "free"
    """The own shoulder; offset outward, up, forward along the own chest, as shares of the arm's length."""
    BETWEEN = "between"
    """The middle between both chests at shoulder height; offset to the lead's left, up, from lead to follow."""
    OVER_LEAD = "over_lead"
    """Above the lead's head; offset in the world."""
    OVER_FOLLOW = "over_follow"
    ON_LEAD = "on_lead"
    """On a bone of the lead; offset in the bone's axes."""
    ON_FOLLOW = "on_follow"


@dataclass(frozen=True)
class Target:
    """A place for a hand, moving with what it is measured from."""

    spot: Spot
    offset: tuple[float, float, float]
    bone: Bone = Bone.CHEST


@dataclass(frozen=True)
class HandKey:
    """From `beat - ramp_beats` to `beat` a hand travels to its target, then stays with it."""

    beat: float
    target: Target
    ramp_beats: float = 1.0


@dataclass(frozen=True)
class Grip:
    """A lead's and a follow's hand joined between two beats, at a place that both can reach."""

    lead_side: int
    follow_side: int
    start_beat: float
    end_beat: float
    path: tuple[HandKey, ...]


@dataclass(frozen=True)
class DancerScore:
    """One dancer's part."""

    feet: tuple[FootEvent, ...]
    """By beat; the first two place the feet before the clip begins."""
    yaw_deg: Keys
    channels: dict[str, Keys] = field(default_factory=dict)
    pulses: tuple[Pulse, ...] = ()
    hands: tuple[tuple[HandKey, ...], tuple[HandKey, ...]] = ((), ())


@dataclass(frozen=True)
class CoupleScore:
    """A couple's move. `dancers` is (lead, follow)."""

    dancers: tuple[DancerScore, DancerScore]
    grips: tuple[Grip, ...]
    n_counts: int


CHANNELS = (
    "hip_sway",  # factor on the hip's own answer to each change of weight
    "hip_side", "hip_forward",  # shift of the pelvis, metres, to the left and forward
    "hip_roll", "hip_pitch", "hip_yaw",  # tilt of the pelvis, degrees
    "drop",  # bend of both knees, metres
    "chest_yaw", "chest_roll", "chest_pitch",  # of the chest against the world's upright and the body's facing
    "chest_side", "chest_forward",  # isolation of the rib cage, metres
    "head_yaw", "head_roll", "head_pitch",
    "gaze",  # 1: looks at the partner, 0: looks where the chest looks
)  # fmt: skip
