"""The library as the choreographer needs it: read once a version, kept by the process."""

import threading
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ai_services.vocabulary import Category, Difficulty, Energy, Style
from choreography import selectors
from choreography.models import LibraryState, Move
from choreography.planning.inputs import PlannableMove
from common import storage
from video_processing.couple.cut_states import CutStates, cut_states
from video_processing.music.serialization import grid_from_dict
from video_processing.pose.storage import unpack_track

_loading = threading.Lock()


def plannable_moves() -> tuple[PlannableMove, ...]:
    """Return the moves that may be planned with; read again only when the library has changed."""
    name = selectors.library_in_use()
    state = LibraryState.objects.filter(name=name).first()
    with _loading:
        return _moves_of(_Version(name, state.version, state.normalised_version)) if state else ()


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
def _states_of(keypoints_key: str, move_id: str, evidence: bytes) -> CutStates:
    """Return what the keypoints say on each beat; `evidence` changes with the roles."""
    move = Move.objects.only("grid").get(id=move_id)
    return cut_states(unpack_track(storage.read_bytes(keypoints_key)), grid_from_dict(move.grid))


def _plannable(move: Move) -> PlannableMove:
    grid = grid_from_dict(move.grid)
    embedding = move.embedding
    return PlannableMove(
        move_id=str(move.id),
        name=move.name,
        category=Category(move.category),
        difficulty=Difficulty(move.difficulty),
        energy=Energy(move.energy),
        style=Style(move.style) if move.style else None,
        clip_sha256=move.clip_sha256,
        beat_times_s=grid.beat_times_s,
        count1_beats=grid.count1_beats,
        # A clip is too short to tell 1 from 5 by its sound: until a person says, any bar may be entered.
        downbeat_beats=grid.downbeat_beats if grid.confidence.get("count1", 0.0) == 0 else None,
        audio=np.asarray(embedding.audio, dtype=np.float64),
        text=np.asarray(embedding.text, dtype=np.float64),
        lead=np.asarray(embedding.lead, dtype=np.float64),
        follow=np.asarray(embedding.follow, dtype=np.float64),
        interaction=np.asarray(embedding.interaction, dtype=np.float64),
        states=_states_of(move.keypoints_key, str(move.id), bytes(move.role_evidence)),
    )
