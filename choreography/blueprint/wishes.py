"""What somebody asks for: the same for a form, a program, a conversation and the shell."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from ai_services.vocabulary import Category, Difficulty, Energy, Role, Style
from choreography.blueprint.schema import Quality, quality_of
from common.language import Language, language_named


@dataclass(frozen=True)
class DanceWish:
    """How a song is to be danced."""

    difficulty: Difficulty
    energy: Energy
    style: Style
    duration_s: float | None = None
    """None: the whole song."""
    seed: int = 0
    quality: Quality = "fast"
    include_categories: frozenset[Category] = frozenset()
    """Kinds of move to be danced at least once."""
    avoid_categories: frozenset[Category] = frozenset()
    include_moves: frozenset[str] = frozenset()
    """Ids of moves to be danced at least once."""
    banned_moves: frozenset[str] = frozenset()
    section_energy: Mapping[int, Energy] = field(default_factory=dict)
    """Energy of single sections (by index), where it differs from `energy`."""
    half_time: bool = False
    """One count of the dance on every second beat: for songs that run too fast for the library."""
    wide_stretch: bool = False
    """Clips may be played farther off their own tempo than looks natural: for songs out of the library's reach."""
    language: Language = "en"
    """Of the reasons and compromises that the plan tells."""
    role: Role | None = None
    """Whom the dance is about; None: both."""

    def as_json(self) -> dict[str, Any]:
        """Return the wish as rows keep it; what was not asked for is left out."""
        told: dict[str, Any] = {
            "difficulty": self.difficulty.value,
            "energy": self.energy.value,
            "style": self.style.value,
            "duration_s": self.duration_s,
            "seed": self.seed,
            "quality": self.quality,
        }
        more = {
            "include_categories": sorted(category.value for category in self.include_categories),
            "avoid_categories": sorted(category.value for category in self.avoid_categories),
            "include_moves": sorted(self.include_moves),
            "banned_moves": sorted(self.banned_moves),
            "section_energy": {str(index): energy.value for index, energy in sorted(self.section_energy.items())},
            "half_time": self.half_time,
            "wide_stretch": self.wide_stretch,
            "language": "" if self.language == "en" else self.language,
            "role": self.role and self.role.value,
        }
        return told | {name: value for name, value in more.items() if value}

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> "DanceWish":
        """Return the wish of `as_json`. Raises KeyError or ValueError for anything else."""
        return cls(
            Difficulty(told["difficulty"]),
            Energy(told["energy"]),
            Style(told["style"]),
            told.get("duration_s"),
            told.get("seed", 0),
            quality_of(told.get("quality", "fast")),
            frozenset(Category(name) for name in told.get("include_categories", ())),
            frozenset(Category(name) for name in told.get("avoid_categories", ())),
            frozenset(told.get("include_moves", ())),
            frozenset(told.get("banned_moves", ())),
            {int(index): Energy(name) for index, name in told.get("section_energy", {}).items()},
            bool(told.get("half_time", False)),
            bool(told.get("wide_stretch", False)),
            language_named(told.get("language", "en")),
            Role(told["role"]) if told.get("role") else None,
        )

    def fingerprint(self, song_id: UUID) -> str:
        """Return the same text for the same wish on the same song."""
        told = json.dumps(self.as_json() | {"song": str(song_id)}, sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()
