"""The library as the choreographer needs it: read once a version, kept by the process."""

import threading
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from choreography import selectors
from choreography.measuring import cache_used
from choreography.models import LibraryState, Move
from choreography.plannable import labelled_move
from choreography.planning.inputs import PlannableMove
from common import storage
from video_processing.couple.cut_states import cut_states
from video_processing.couple.states import CutStates
from video_processing.music.serialization import grid_from_dict
from video_processing.pose.storage import unpack_track

_loading = threading.Lock()


def plannable_moves() -> tuple[PlannableMove, ...]:
    """Return the moves that may be planned with; read again only when the library has changed."""
    name = selectors.library_in_use()
    state = LibraryState.objects.filter(name=name).first()
    with _loading:
        if state is None:
            return ()
        misses = _moves_of.cache_info().misses
        moves = _moves_of(_Version(name, state.version, state.normalised_version))
        cache_used("library", _moves_of.cache_info().misses == misses)
        return moves


@dataclass(frozen=True)
class _Version:
    name: str
    library: int
    normalised: int


@lru_cache(maxsize=1)
def _moves_of(version: _Version) -> tuple[PlannableMove, ...]:
    moves = selectors.danceable_moves().select_related("embedding")
    return tuple(_plannable(move) for move in moves.iterator(chunk_size=200))


@lru_cache(maxsize=20_000)
def _states_of(keypoints_key: str, move_id: str, evidence: bytes, av_offset_ms: float) -> CutStates:
    """Return what the keypoints say on each beat; `evidence` changes with the roles, the offset moves the beats."""
    move = Move.objects.only("grid").get(id=move_id)
    return cut_states(unpack_track(storage.read_bytes(keypoints_key)), grid_from_dict(move.grid))


def _plannable(move: Move) -> PlannableMove:
    embedding = move.embedding
    return replace(
        labelled_move(move),
        audio=np.asarray(embedding.audio, dtype=np.float64),
        text=np.asarray(embedding.text, dtype=np.float64),
        lead=np.asarray(embedding.lead, dtype=np.float64),
        follow=np.asarray(embedding.follow, dtype=np.float64),
        interaction=np.asarray(embedding.interaction, dtype=np.float64),
        states=_states_of(move.keypoints_key, str(move.id), bytes(move.role_evidence), move.av_offset_ms),
    )
