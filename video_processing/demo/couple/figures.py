"""Figures for two: how moves begin and end, basics, turns and walks. A figure starts and ends on a bar for both."""

from collections.abc import Callable

import numpy as np

from video_processing.demo.couple.couple_line import (
    ABOVE_HER,
    CLOSED_M,
    FREE_LOW,
    JOINED_SIDE,
    LEADS_SHOULDER,
    OPEN_LEFT,
    OPEN_M,
    SHOULDER_BLADE,
    STYLED,
    Bar,
    Couple,
    closed_hold,
)
from video_processing.demo.couple.line import Go
from video_processing.demo.couple.score import LEFT, RIGHT, CoupleScore, Spot, Target
from video_processing.demo.couple.steps import TAP, on_the_spot, out, side, turning

Footwork = Callable[[int], Bar]
Hold = Callable[..., None]
BASIC_STEP_M = 0.22
CLOSED_TO_OPEN_M = 0.32
"""Half the distance at which both an embrace and a change of places are comfortable."""


def begin(hold: Hold = closed_hold, *, step_m: float = BASIC_STEP_M, half_m: float | None = None) -> Couple:
    """Return a couple that has just danced counts 5-6-7-tap and is about to dance count 1."""
    couple = Couple(half_m or (CLOSED_M if hold is closed_hold else OPEN_M), beat=-4.0, z_m=-step_m)
    couple.rest_hands()
    hold(couple, at=-20.0)
    together(couple, lambda first: side(first, step_m))
    return couple


def finish(couple: Couple, n_counts: int, *, hips: float = 1.0) -> CoupleScore:
    """Add the first half of the next basic, for the clip's tail, and return the score."""
    together(couple, lambda first: side(first, BASIC_STEP_M * 0.7))
    return couple.score(n_counts, hips=hips)


def together(couple: Couple, footwork: Footwork, *, hip: float = 1.0) -> None:
    """Dance the same footwork for four counts, each on the own free foot."""
    couple.bar(footwork(couple.lead.next_foot), footwork(couple.follow.next_foot), hip=hip)


def basic(couple: Couple, bars: int = 2, *, step_m: float = BASIC_STEP_M, hip: float = 1.0) -> None:
    """Side basic: to one side on 1-2-3-tap, back on 5-6-7-tap."""
    for _ in range(bars):
        together(couple, lambda first: side(first, step_m), hip=hip)


def towards_and_away(couple: Couple, step_m: float) -> None:
    """Walk four counts: the lead forward, the follow backward; negative the other way."""
    tap = TAP
    couple.bar(
        (Go(forward_m=step_m), Go(forward_m=step_m), Go(forward_m=step_m), tap),
        (Go(forward_m=-step_m), Go(forward_m=-step_m), Go(forward_m=-step_m), tap),
    )


def approach(couple: Couple, each_m: float) -> None:
    """Both walk towards each other (negative: apart) by `each_m` in all."""
    together(couple, lambda _: (Go(forward_m=each_m / 3), Go(forward_m=each_m / 3), Go(forward_m=each_m / 3), TAP))


def wheel(couple: Couple, degrees: float, *, half_m: float) -> None:
    """Turn as a couple about the middle between both, positive to the left, in four counts."""
    share = degrees / 3
    couple.bar(_round_step(half_m, share), _round_step(half_m, share))


def slow_wheel(couple: Couple, degrees: float, *, half_m: float) -> None:
    """Turn as a couple about the middle between both in one slow step of two counts, and close over two."""
    left, forward = _on_circle(half_m, degrees)
    step = (Go(left, forward, degrees, beats=2.0), Go(tap=True, beats=2.0))
    couple.bar(step, step, hip=0.5)


def _round_step(half_m: float, share_deg: float) -> Bar:
    """Return three steps on a circle of radius `half_m` round a point straight ahead."""
    steps = []
    for index in range(3):
        before, after = index * share_deg, (index + 1) * share_deg
        left, forward = (_on_circle(half_m, after)[i] - _on_circle(half_m, before)[i] for i in (0, 1))
        steps.append(Go(left, forward, share_deg))
    return (*steps, TAP)


def _on_circle(radius_m: float, angle_deg: float) -> tuple[float, float]:
    """Return travel to the left and forward after walking round the middle until one faces `angle_deg` more left."""
    angle = np.radians(angle_deg)
    return float(-radius_m * np.sin(angle)), float(radius_m * (1 - np.cos(angle)))


def release_embrace(couple: Couple, *, at: float) -> None:
    """Open the closed hold: only lead's left and follow's right stay joined."""
    couple.lead.hand(RIGHT, at, FREE_LOW)
    couple.follow.hand(LEFT, at, STYLED)


def embrace(couple: Couple, *, at: float) -> None:
    """Come back to the closed hold."""
    couple.carry("main", JOINED_SIDE, by=at)
    couple.lead.hand(RIGHT, at, SHOULDER_BLADE)
    couple.follow.hand(LEFT, at, LEADS_SHOULDER)


def lady_turns(couple: Couple, degrees: float, *, after: Target = OPEN_LEFT, travel: bool = True) -> None:
    """Turn her under the joined main hands in three steps, negative to her right; he dances the side basic."""
    start = couple.beat
    lead, follow = couple.lead.next_foot, couple.follow.next_foot
    couple.carry("main", ABOVE_HER, by=start + 0.3, ramp=1.1)
    reach = 2 * BASIC_STEP_M * out(follow) if travel else 0.0
    couple.bar(side(lead) if travel else on_the_spot(), turning(degrees, left_m=reach))
    couple.carry("main", after, by=start + 3.9, ramp=1.2)


def he_turns(couple: Couple, degrees: float) -> None:
    """Turn him under the joined main hands in three steps; she dances the side basic with more hip."""
    start = couple.beat
    lead, follow = couple.lead.next_foot, couple.follow.next_foot
    couple.carry("main", Target(Spot.OVER_LEAD, (0.0, 0.10, 0.0)), by=start + 0.3, ramp=1.1)
    couple.bar(turning(degrees, left_m=2 * BASIC_STEP_M * out(lead)), side(follow), hip=1.2)
    couple.carry("main", OPEN_LEFT, by=start + 3.9, ramp=1.2)


def cross_body(couple: Couple, *, half_m: float = OPEN_M, extra_turn_deg: float = 0.0) -> None:
    """Change places in eight counts: he opens the door to his left, she walks through and turns to face him.

    `extra_turn_deg`: further turns to her left on the way, 360 for an inside turn.
    """
    start = couple.beat
    aside, ahead = 0.30, 0.12
    opening = Go(-aside / 3, ahead / 3, 30.0)
    couple.bar((opening, opening, opening, TAP), (Go(forward_m=-0.05), Go(forward_m=0.03), Go(forward_m=0.02), TAP))
    if extra_turn_deg:
        couple.carry("main", ABOVE_HER, by=start + 4.8, ramp=1.2)
    closing = Go(-(2 * half_m - ahead) / 3, aside / 3, 30.0)
    turn = 180.0 + extra_turn_deg
    shares = (0.20, 0.45, 0.35) if not extra_turn_deg else (0.25, 0.45, 0.30)
    walk = tuple(
        Go(forward_m=2 * half_m * part, turn_deg=turn * share)
        for part, share in zip((0.45, 0.35, 0.20), shares, strict=True)
    )
    couple.bar((closing, closing, closing, TAP), (*walk, TAP))
    if extra_turn_deg:
        couple.carry("main", OPEN_LEFT, by=start + 7.9, ramp=1.2)
