"""How far a clip may be from its own tempo."""

USUAL_STRETCH = 0.12
"""The farthest a clip's tempo is from the song's, as a share, unless the library has nothing nearer."""

WIDEST_STRETCH = 0.16
"""Farthest without being asked; beyond it a dance looks hurried or drugged."""

ASKED_STRETCH = 0.30
"""Farthest where the dancer asked for a wide stretch."""


def widest_stretch(*, wide: bool) -> float:
    """Return the farthest that a clip may be stretched at last, where a wide stretch was asked for or not."""
    return ASKED_STRETCH if wide else WIDEST_STRETCH
