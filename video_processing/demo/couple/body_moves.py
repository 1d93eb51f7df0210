"""What hips, trunk, head and arms do on top of the steps. Amounts are 1 for a clear, natural size."""

import numpy as np

from video_processing.demo.couple.line import DancerLine
from video_processing.demo.couple.score import LEFT, RIGHT, Spot, Target


def hip_roll(line: DancerLine, start: float, beats: float, amount: float = 1.0, *, towards: int = LEFT) -> None:
    """Circle the hips once: side, back, other side, front; the knees give in behind."""
    sign = 1.0 if towards == LEFT else -1.0
    for quarter in range(9):
        at = start + beats * quarter / 8
        turn = 2 * np.pi * quarter / 8
        rise = min(1.0, quarter / 2, (8 - quarter) / 2)
        line.key("hip_side", (at, sign * 0.075 * amount * np.sin(turn) * rise))
        line.key("hip_forward", (at, -0.055 * amount * (1 - np.cos(turn)) * 0.5 + 0.035 * amount * rise * np.cos(turn)))
        line.key("hip_roll", (at, sign * 8.0 * amount * np.sin(turn) * rise))
        line.key("hip_pitch", (at, 9.0 * amount * (1 - np.cos(turn)) * 0.5))
        line.key("drop", (at, 0.05 * amount * rise))


def body_wave(line: DancerLine, start: float, beats: float, amount: float = 1.0) -> None:
    """Send a wave down the body: head, chest, belly, hips, knees, each an eighth of the wave later."""
    eighth = beats / 8
    course = ((0.0, 0.0), (1.0, 1.0), (3.0, -0.6), (5.0, 0.0))
    for channel, delay, size in (
        ("head_pitch", 0.0, -16.0), ("chest_forward", 0.8, 0.055), ("chest_pitch", 1.0, -17.0),
        ("hip_forward", 2.4, 0.075), ("hip_pitch", 2.6, -15.0),
    ):  # fmt: skip
        line.key(channel, *((start + (at + delay) * eighth, value * size * amount) for at, value in course))
    line.key("drop", (start + 2 * eighth, 0.0), (start + 5 * eighth, 0.085 * amount), (start + beats, 0.0))


def head_roll(line: DancerLine, start: float, beats: float, amount: float = 1.0, *, towards: int = RIGHT) -> None:
    """Roll the head once: side, back, other side, chin to the chest and up; the ribs follow."""
    sign = 1.0 if towards == RIGHT else -1.0
    quarter = beats / 4
    line.key("gaze", (start - 0.8, 0.85), (start, 0.0), (start + beats, 0.0), (start + beats + 0.8, 0.85))
    for channel, course in {
        "head_roll": (0.0, 26.0 * sign, 0.0, -26.0 * sign, 0.0),
        "head_pitch": (16.0, 0.0, -34.0, 0.0, 0.0),
        "chest_roll": (0.0, 10.0 * sign, 0.0, -10.0 * sign, 0.0),
        "chest_pitch": (8.0, 2.0, -20.0, 0.0, 0.0),
    }.items():
        pairs = [(start + i * quarter, value * amount) for i, value in enumerate(course)]
        line.key(channel, (start - 0.8, 0.0), *pairs)


def golpe(line: DancerLine, beat: float, side: int, amount: float = 1.0) -> None:
    """Hit with the hip: sharp out and back around `beat`."""
    sign = 1.0 if side == LEFT else -1.0
    line.accent("hip_side", beat, sign * 0.062 * amount, 0.30)
    line.accent("hip_roll", beat, sign * 15.0 * amount, 0.30)
    line.accent("chest_side", beat, -sign * 0.018 * amount, 0.35)
    line.accent("drop", beat, 0.022 * amount, 0.35)


def sway(line: DancerLine, start: float, beats: float, amount: float = 1.0) -> None:
    """Lean softly to one side and the other, the whole trunk."""
    for part, value in ((0.0, 0.0), (0.25, 1.0), (0.75, -1.0), (1.0, 0.0)):
        line.key("chest_roll", (start + part * beats, 8.0 * amount * value))
        line.key("hip_side", (start + part * beats, 0.05 * amount * value))


def arm_sweep(line: DancerLine, side: int, start: float, beats: float) -> None:
    """Sweep an arm from below out to the side, up over the head and down the own cheek and neck."""
    quarter = beats / 4
    course = ((0.85, -0.25, 0.20), (0.62, 0.62, 0.10), (0.05, 0.80, 0.25), (-0.02, 0.20, 0.36))
    for index, offset in enumerate(course):
        line.hand(side, start + (index + 1) * quarter, Target(Spot.FREE, offset), quarter * 1.15)


def shimmy(line: DancerLine, start: float, beats: float, amount: float = 1.0) -> None:
    """Shake the shoulders twice a beat."""
    for index in range(int(beats * 4)):
        line.accent("chest_yaw", start + index / 4, 13.0 * amount * (1 if index % 2 == 0 else -1), 0.25)
