"""How well one piece leads into the next: the distance of both dancers' poses at the cut."""

import numpy as np

from choreography.planning.inputs import BoolArray, FloatArray, IntArray
from choreography.planning.library import Library
from video_processing.couple.states import UNKNOWN

UNSEEN_JOINT = 1.0
"""Torso lengths between joints of which one was not seen: about the distance of two random poses (measured .97)."""

HIP_WEIGHT, HIP_LIMIT = 0.5, 3.0
"""Where the couple stands counts half a pose, up to three torso lengths."""

CODE_WEIGHT = 0.25
"""Torso lengths for each of hold, facing and weight feet that the next clip finds otherwise."""

FLOW_LIMIT = 0.75
"""Up to this distance a seam is called flowing; random seams lie at .97, planned ones around .5 to .6."""


def seam_distances(library: Library, exit_rows: IntArray, entry_rows: IntArray) -> FloatArray:
    """Return the distance, in torso lengths, between the couple at each exit and at each entry.

    Shape (n_exits, n_entries). Mean distance of the 24 root-centred joints, plus half the displacement of the hips,
    plus the mean change of scale, plus a quarter for each state that does not fit.
    """
    exits, exit_of = np.unique(exit_rows, return_inverse=True)
    entries, entry_of = np.unique(entry_rows, return_inverse=True)
    joints = np.abs(library.joints[exits][:, None] - library.joints[entries][None])
    distance = np.where(np.isfinite(joints), joints, UNSEEN_JOINT).mean(axis=2)
    hips = _known_mean(np.abs(library.hips[exits][:, None] - library.hips[entries][None]))
    scale = _known_mean(np.abs(library.log_scale[exits][:, None] - library.log_scale[entries][None]))
    distance = distance + HIP_WEIGHT * np.minimum(hips, HIP_LIMIT) + scale
    distance = distance + CODE_WEIGHT * _misfits(library.codes[exits], library.codes[entries])
    return np.asarray(distance[exit_of][:, entry_of], dtype=np.float64)


def flows(library: Library, exit_row: int, entry_row: int, distance: float) -> bool:
    """Return whether the dancers arrive as the next clip finds them: poses near, and no known state that differs."""
    codes = library.codes[[exit_row]], library.codes[[entry_row]]
    return distance <= FLOW_LIMIT and int(_misfits(*codes)[0, 0]) == 0


def seam_score(distance: float) -> float:
    """Return 1 for poses that meet, 1/2 for a torso length between them, toward 0 beyond."""
    return 1.0 / (1.0 + distance)


def _misfits(exits: IntArray, entries: IntArray) -> IntArray:
    known: BoolArray = (exits[:, None] != UNKNOWN) & (entries[None] != UNKNOWN)
    return np.asarray(np.count_nonzero(known & (exits[:, None] != entries[None]), axis=2), dtype=np.int64)


def _known_mean(values: FloatArray) -> FloatArray:
    """Return the mean over the last axis of what is known; 0 where nothing is."""
    known = np.isfinite(values)
    mean: FloatArray = np.where(known, values, 0.0).sum(axis=-1) / np.maximum(known.sum(axis=-1), 1)
    return mean
