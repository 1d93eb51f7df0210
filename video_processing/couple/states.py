"""What is known of a couple on each beat of a clip: data alone, so that plans are read without what measured it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

UNKNOWN = -1


@dataclass(frozen=True)
class CutStates:
    """The couple at each of n_beats beats. Index 0 of a pair is the lead, 1 the follow."""

    poses_torsos: FloatArray
    """Shape (n_beats, 2, 12, 2): joints from the mid-hip in torso lengths, y down; NaN where not seen."""
    hips_torsos: FloatArray
    """Shape (n_beats, 2, 2): mid-hips from the centre of the shown picture in torso lengths; NaN where not seen."""
    scale: FloatArray
    """Shape (n_beats, 2): torso length as a share of the mezzanine's height; NaN where the dancer is not seen."""
    hold: IntArray
    """Shape (n_beats,): 0, 1 or 2 hands held; -1 unknown."""
    relation: IntArray
    """Shape (n_beats,): a `relation.Relation`; -1 unknown."""
    weight_foot: IntArray
    """Shape (n_beats, 2): 0 left, 1 right, -1 unknown or both."""
    motion_energy: FloatArray
    """Shape (n_beats,): mean joint speed of the couple in each beat, torso lengths a beat; NaN where not seen."""
    foot_clarity: float
    """0..1: how clearly the follow's feet mark the beat; NaN if they were not seen."""

    @property
    def codes(self) -> IntArray:
        """Return hold, relation and both weight feet as one table, shape (n_beats, 4), -1 unknown."""
        return np.column_stack([self.hold, self.relation, self.weight_foot])
