"""How far a clip may be from its own tempo."""

USUAL_STRETCH = 0.12
"""The farthest a clip's tempo is from the song's, as a share, unless the library has nothing nearer."""

WIDEST_STRETCH = 0.16
"""Farthest without being asked; beyond it a dance looks hurried or drugged."""

ASKED_STRETCH = 0.30
"""Farthest where the dancer asked for a wide stretch."""
