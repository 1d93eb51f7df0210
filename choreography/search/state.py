"""Which state of the library there is: what was read from another one is stale."""

import threading
import time
from dataclasses import dataclass

from django.conf import settings

from choreography import selectors
from choreography.models import LibraryState


@dataclass(frozen=True)
class State:
    """All libraries' versions, and the one that is danced."""

    library: str
    versions: tuple[tuple[str, int, int], ...]
    """Name, version and normalised version of each."""

    @property
    def key(self) -> str:
        """Return the same text for the same state."""
        return f"{self.library}:" + ",".join(f"{name}={version}/{same}" for name, version, same in self.versions)


_asking = threading.Lock()
_known: dict[str, tuple[float, State]] = {}


def library_state() -> State:
    """Return the state of the library now; MOVE_EMBEDDINGS_CACHE_TTL lets an answer hold for some seconds."""
    with _asking:
        asked_at, state = _known.get("state", (float("-inf"), None))
        if state is not None and time.monotonic() - asked_at < settings.MOVE_EMBEDDINGS_CACHE_TTL:
            return state
        now = time.monotonic()
        rows = LibraryState.objects.order_by("name").values_list("name", "version", "normalised_version")
        state = State(selectors.library_in_use(), tuple(rows))
        _known["state"] = now, state
        return state


def forget_state() -> None:
    """Ask the database at the next question, whatever the setting."""
    _known.clear()
