"""What somebody asks for: the same for a form, a program and the shell."""

import hashlib
import json
from dataclasses import asdict, dataclass
from uuid import UUID

from ai_services.vocabulary import Difficulty, Energy, Style
from choreography.blueprint.schema import Quality


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

    def fingerprint(self, song_id: UUID) -> str:
        """Return the same text for the same wish on the same song."""
        told = json.dumps(asdict(self) | {"song": str(song_id)}, sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()
