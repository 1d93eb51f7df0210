"""The library as the choreographer needs it: read once a state of the library, kept by the process."""

import logging
import threading
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from uuid import UUID

import numpy as np
from django.conf import settings

from choreography import selectors
from choreography.library.plannable import labelled_move
from choreography.models import Move
from choreography.planning.inputs import PlannableMove, Wish
from choreography.queue.worker_measures import cache_used
from choreography.search.filters import MoveFilter
from choreography.search.finding import find_moves
from choreography.search.shortlist import PLAN_ALL_UP_TO, shortlist
from choreography.search.state import State, library_state
from common import storage
from common.storage import MissingMediaError
from video_processing.couple.cut_states import cut_states
from video_processing.couple.states import CutStates
from video_processing.music.grid import SongAnalysis
from video_processing.music.serialization import grid_from_dict
from video_processing.pose.storage import unpack_track

logger = logging.getLogger(__name__)

Moves = tuple[PlannableMove, ...]
_loading = threading.Lock()
OWNERS_KEPT = 16
"""Owners of private moves for whom the library is kept ready."""


def moves_for(song: SongAnalysis, wish: Wish, owner_id: UUID | None = None, keep: Iterable[str] = ()) -> Moves:
    """Return the moves to plan a song with: all of a library of up to 2,000, of a larger one those that a search finds.

    Everybody's and the owner's. Moves in `keep` (ids) are among them where they are in the library at all.
    """
    if selectors.danceable_moves(owner_id).count() <= PLAN_ALL_UP_TO:
        return plannable_moves(owner_id)
    ids = shortlist(find_moves, song, wish, MoveFilter(owner_id=owner_id), settings.VECTOR_SEARCH_TOP_K)
    return _chosen_moves(library_state(), ids | frozenset(keep), owner_id)


def plannable_moves(owner_id: UUID | None = None) -> Moves:
    """Return the moves that may be planned with, everybody's and the owner's; read again only when something changed.

    As long as nothing has changed it is the same tuple: what is derived from it can be kept as well.
    """
    state = library_state()
    with _loading:
        misses = _moves_of.cache_info().misses
        moves = _moves_of_owner(state, owner_id)
        cache_used("library", _moves_of.cache_info().misses == misses)
        return moves


def warm_up_library() -> None:
    """Load the library, unless it is so large that each plan looks at a part of it."""
    if selectors.danceable_moves().count() <= PLAN_ALL_UP_TO:
        plannable_moves()


@lru_cache(maxsize=OWNERS_KEPT)
def _moves_of_owner(state: State, owner_id: UUID | None) -> Moves:
    return tuple(move for move, owner in _moves_of(state) if owner in (None, owner_id))


@lru_cache(maxsize=1)
def _moves_of(state: State) -> tuple[tuple[PlannableMove, UUID | None], ...]:
    moves = selectors.danced_moves().select_related("embedding")
    return tuple((plannable, move.owner_id) for plannable, move in _read(moves.iterator(chunk_size=200)))


def _chosen_moves(state: State, ids: frozenset[str], owner_id: UUID | None) -> Moves:
    with _loading:
        missing = [move_id for move_id in ids if (state.key, move_id) not in _large]
        for plannable, move in _read(selectors.danced_moves().filter(id__in=missing).select_related("embedding")):
            _large[state.key, plannable.move_id] = plannable, move.owner_id
        for stale in [key for key in _large if key[0] != state.key]:
            del _large[stale]
        found = [_large[state.key, move_id] for move_id in sorted(ids) if (state.key, move_id) in _large]
        return tuple(move for move, owner in found if owner in (None, owner_id))


_large: dict[tuple[str, str], tuple[PlannableMove, UUID | None]] = {}
"""Moves of a large library that were looked at, by its state and their ids."""


@lru_cache(maxsize=20_000)
def _states_of(keypoints_key: str, move_id: str, evidence: bytes, av_offset_ms: float) -> CutStates:
    """Return what the keypoints say on each beat; `evidence` changes with the roles, the offset moves the beats."""
    move = Move.objects.only("grid").get(id=move_id)
    return cut_states(unpack_track(storage.read_bytes(keypoints_key)), grid_from_dict(move.grid))


def _read(moves: Iterable[Move]) -> Iterator[tuple[PlannableMove, Move]]:
    """Yield moves as the choreographer needs them, without those whose keypoints are gone: one must not stop all."""
    for move in moves:
        try:
            yield _plannable(move), move
        except (MissingMediaError, Move.DoesNotExist):  # lost, or removed this moment; verify_embeddings names the lost
            logger.warning("planning without %s: its keypoints are gone", move.library_path)


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
