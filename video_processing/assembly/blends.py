"""Which frames are blended at the seams. Pure: the plan keeps every frame and every time, only pictures change.

In the last half beat of a move its frames dissolve into the frames that lead up to the next move, which then begins
untouched on its beat. Nothing overlaps in time, so nothing shifts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np

from video_processing.assembly.packets import TICKS_HZ, Run, VideoPlan, warp
from video_processing.assembly.timeline import SEAM_TOLERANCE_S, Cut, Timeline
from video_processing.mezzanine.packets import MezzanineIndex

BLEND_BEATS = 0.5
FEWEST_FRAMES = 2
"""Fewer frames do not read as a blend."""


@dataclass(frozen=True)
class Blend:
    """Frames of a move, each mixed with a frame of the next."""

    run: int
    """Which run of the plan ends in it."""
    leaving: Path
    leaving_frames: tuple[int, ...]
    """Consecutive frames of the move that ends."""
    entering: Path
    entering_frames: tuple[int, ...]
    """For each, the frame of the next move that is mixed in; not falling."""
    weights: tuple[float, ...]
    """For each, the share of the next move, rising within 0..1."""


def describe_blends(timeline: Timeline, plan: VideoPlan, indices: Mapping[Path, MezzanineIndex]) -> tuple[Blend, ...]:
    """Return the blend of each seam that needs one: none where a clip simply runs on, or where frames are too few."""
    blends = []
    for number, ((early, late), run) in enumerate(zip(pairwise(timeline.cuts), plan.runs[:-1], strict=True)):
        if not _runs_on(early, late):
            blend = _blend(number, run, early, late, indices)
            if len(blend.weights) >= FEWEST_FRAMES:
                blends.append(blend)
    return tuple(blends)


def with_blends(plan: VideoPlan, blends: tuple[Blend, ...], file: Path) -> VideoPlan:
    """Return the plan with the blended frames taken from `file`, where they stand one blend after the other."""
    by_run, runs, position = {blend.run: blend for blend in blends}, [], 0
    for number, run in enumerate(plan.runs):
        blended = len(by_run[number].weights) if number in by_run else 0
        kept = len(run.ticks) - blended
        if kept:
            runs.append(replace(run, ticks=run.ticks[:kept]))
        if blended:
            runs.append(Run(file, position, run.ticks[kept:]))
            position += blended
    return VideoPlan(tuple(runs), plan.end_tick)


def _runs_on(early: Cut, late: Cut) -> bool:
    gap_s = abs(late.source_beats_s[0] - early.source_beats_s[-1])
    return early.mezzanine == late.mezzanine and gap_s < SEAM_TOLERANCE_S


def _blend(number: int, run: Run, early: Cut, late: Cut, indices: Mapping[Path, MezzanineIndex]) -> Blend:
    seam_s, beat_s = early.target_beats_s[-1], early.target_beats_s[-1] - early.target_beats_s[-2]
    begin_s = seam_s - BLEND_BEATS * beat_s
    times_s = run.ticks / TICKS_HZ
    kept = int(np.searchsorted(times_s, begin_s))
    progress = (times_s[kept:] - begin_s) / (seam_s - begin_s)
    entering = indices[late.mezzanine]
    shown_s = warp(late, entering, entering.times_s)
    nearest = np.searchsorted(shown_s, times_s[kept:] + 0.5 / TICKS_HZ, side="right") - 1
    return Blend(
        run=number,
        leaving=early.mezzanine,
        leaving_frames=tuple(range(run.first_frame + kept, run.first_frame + len(run.ticks))),
        entering=late.mezzanine,
        entering_frames=tuple(int(frame) for frame in np.maximum(nearest, 0)),
        # Smooth at both ends: 3p^2 - 2p^3.
        weights=tuple(float(p * p * (3 - 2 * p)) for p in progress),
    )
