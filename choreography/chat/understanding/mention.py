"""One thing a sentence speaks of: what it means, where it stands, whether it is wanted."""

from dataclasses import dataclass

LISTED = frozenset({"category", "name", "pain"})
"""Kinds of mention that come in lists: "no dips, head rolls or spins"."""


@dataclass(frozen=True)
class Mention:
    """One thing a sentence speaks of."""

    slot: str
    value: str
    start: int
    """Index of its first word."""
    end: int
    """Index after its last word."""
    wanted: bool | None = True
    """None: neither asked for nor refused."""
    diminished: bool = False
    """Wanted a little: "a bit sensual"."""
    corrects: bool = False
    """It takes the place of what was said before."""
