"""Writing one dancer's part: a cursor that steps through the counts."""

from dataclasses import dataclass

import numpy as np

from video_processing.demo.couple.anatomy import FloatArray
from video_processing.demo.couple.score import CHANNELS, LEFT, RIGHT, DancerScore, FootEvent, HandKey, Pulse, Target

HALF_STANCE_M = (0.105, 0.085)
"""Half the distance of closed feet: lead, follow."""


@dataclass(frozen=True)
class Go:
    """What one count does: travel along the axes of the bar's first facing, turn, tap."""

    left_m: float = 0.0
    forward_m: float = 0.0
    turn_deg: float = 0.0
    tap: bool = False
    reach_left_m: float = 0.0
    """How far the foot lands from its own side of the body: crossed, pointed or kicked feet."""
    reach_forward_m: float = 0.0
    lift_m: float = 0.055
    beats: float = 1.0
    """How long this count lasts; 0.5 = an "and"."""


class DancerLine:
    """One dancer's part in the making. Beats and metres as in `score`."""

    def __init__(self, role: int, x_m: float, z_m: float, yaw_deg: float, beat: float) -> None:
        self.role = role
        self.place = np.array([x_m, z_m])
        self.yaw_deg = yaw_deg
        self.beat = beat
        # The lead opens a phrase with the left foot and its second half with the right, the follow the other way.
        opens_phrase = beat % 8 < 4
        self.last_foot = RIGHT if (role == 0) == opens_phrase else LEFT
        self.since_last_step = 1.0
        self.feet: list[FootEvent] = []
        self.yaw_keys: dict[float, float] = {beat - 2.0: yaw_deg, beat - 1.0: yaw_deg}
        self.keys: dict[str, dict[float, float]] = {channel: {} for channel in CHANNELS}
        self.pulses: list[Pulse] = []
        self.hands: tuple[list[HandKey], list[HandKey]] = ([], [])
        for side in (LEFT, RIGHT):
            self._land(side, beat - 1.5, Go(), self.place, 0.3)

    @property
    def next_foot(self) -> int:
        """Return the foot that is free to step."""
        return 1 - self.last_foot

    def dance(self, steps: tuple[Go, ...]) -> None:
        """Dance steps from the cursor on, feet alternating; a tap leaves its foot free for the next step."""
        axes = self._axes(self.yaw_deg)
        for go in steps:
            side = self.next_foot
            self.place = self.place + axes @ np.array([go.left_m, go.forward_m])
            self.yaw_deg += go.turn_deg
            self._land(side, self.beat, go, self.place, 0.88 * min(max(self.since_last_step, 0.5), 1.0))
            self.yaw_keys[self.beat] = self.yaw_deg
            if not go.tap:
                self.last_foot = side
            self.beat += go.beats
            self.since_last_step = go.beats

    @staticmethod
    def _axes(yaw_deg: float) -> FloatArray:
        yaw = np.radians(yaw_deg)
        return np.array([[np.cos(yaw), np.sin(yaw)], [-np.sin(yaw), np.cos(yaw)]])

    def _land(self, side: int, beat: float, go: Go, place: FloatArray, swing_beats: float) -> None:
        half = HALF_STANCE_M[self.role] * (1 - 2 * side)
        spot = place + self._axes(self.yaw_deg) @ np.array([half + go.reach_left_m, go.reach_forward_m])
        heel = 24.0 if go.tap else 0.0
        self.feet.append(
            FootEvent(
                beat, side, float(spot[0]), float(spot[1]), self.yaw_deg, not go.tap, go.lift_m, swing_beats, heel
            )
        )

    def rest(self, beats: float) -> None:
        """Stand still."""
        self.yaw_keys[self.beat + beats - 0.01] = self.yaw_deg
        self.beat += beats

    def key(self, channel: str, *pairs: tuple[float, float]) -> None:
        """Set a channel at beats: pairs (beat, value)."""
        self.keys[channel].update(dict(pairs))

    def bump(self, channel: str, start: float, end: float, value: float, *, ramp: float = 1.0) -> None:
        """Hold a channel at `value` from `start` to `end`, coming from and going back to 0 within `ramp` beats."""
        self.key(channel, (start - ramp, 0.0), (start, value), (end, value), (end + ramp, 0.0))

    def accent(self, channel: str, beat: float, amount: float, width_beats: float = 0.45) -> None:
        """Add a short accent."""
        self.pulses.append(Pulse(channel, beat, amount, width_beats))

    def hand(self, side: int, beat: float, target: Target, ramp_beats: float = 1.0) -> None:
        """Send a hand to a target by `beat`."""
        self.hands[side].append(HandKey(beat, target, ramp_beats))

    def score(self, sway: float) -> DancerScore:
        """Return the finished part; `sway` is the hips' answer to changes of weight."""
        self.keys["hip_sway"].setdefault(-100.0, sway)
        self.keys["gaze"].setdefault(-100.0, 0.85)
        channels = {name: tuple(sorted(keys.items())) for name, keys in self.keys.items() if keys}
        hands = tuple(tuple(sorted(side, key=lambda key: key.beat)) for side in self.hands)
        feet = tuple(sorted(self.feet, key=lambda event: event.beat))
        return DancerScore(
            feet, tuple(sorted(self.yaw_keys.items())), channels, tuple(self.pulses), (hands[0], hands[1])
        )
