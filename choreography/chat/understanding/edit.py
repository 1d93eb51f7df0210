"""One change of a dance as somebody says it: what is to be done, to which move, in which part."""

from dataclasses import dataclass, field
from enum import StrEnum


class EditKind(StrEnum):
    """What is to be done."""

    UNDO = "undo"
    REDO = "redo"
    SWAP = "swap"
    BAN = "ban"
    ADD = "add"
    ENERGY = "energy"
    DIFFICULTY = "difficulty"
    STYLE = "style"
    OPEN = "open"
    CLOSE = "close"
    OTHER_SONG = "other_song"
    LENGTH = "length"
    AGAIN = "again"
    ANEW = "anew"
    EXPLAIN = "explain"
    LIST = "list"


@dataclass(frozen=True)
class Target:
    """Which move is meant: by kind, by name, or by its place; empty: any."""

    category: str = ""
    name: str = ""
    place: int | None = None
    """0 for the first; -1 for the last."""
    difficulty: int = 0
    """-1 easier, 1 harder than what is there."""
    energy: int = 0
    every: bool = False
    """All of them, not only the first."""

    def __bool__(self) -> bool:
        """Return whether anything is said."""
        return bool(self.category or self.name or self.place is not None)


@dataclass(frozen=True)
class Edit:
    """One change."""

    kind: EditKind
    target: Target = field(default_factory=Target)
    replacement: Target = field(default_factory=Target)
    region: str = "whole"
    step: int = 0
    """-1 less, 1 more."""
    value: str = ""
