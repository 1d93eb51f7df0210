"""What is shown when: a plan, and two ways of doing without one, in the same form so that they can be compared."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from choreography.blueprint.schema import Blueprint
from choreography.planning.columns import unit_rows
from choreography.planning.inputs import FloatArray, PlannableMove
from choreography.planning.similarity import AUDIO_SIZE
from video_processing.music.grid import SongAnalysis

GREEDY_MOVES = 20
"""How many of the most similar clips the earlier program repeated until the song was over."""


@dataclass(frozen=True)
class Shown:
    """A clip on the song's time: second `clip_s[i]` of the clip at second `song_s[i]` of the song, straight between."""

    move: PlannableMove
    clip_s: FloatArray
    """Shape (n,), rising."""
    song_s: FloatArray
    """Shape (n,), rising."""


def timeline_of(blueprint: Blueprint, moves: Sequence[PlannableMove]) -> tuple[Shown, ...]:
    """Return what the plan shows."""
    by_id = {move.move_id: move for move in moves}
    return tuple(
        Shown(
            move=by_id[segment.move_id],
            clip_s=np.array([clip_s for clip_s, _ in segment.warp]),
            song_s=np.array([song_s for _, song_s in segment.warp]),
        )
        for segment in blueprint.segments
    )


def random_timeline(song: SongAnalysis, moves: Sequence[PlannableMove], seed: int) -> tuple[Shown, ...]:
    """Return clips in random order, each whole and at its own tempo, until the song is over."""
    rng = np.random.default_rng(seed)
    return _back_to_back(song, lambda _: moves[int(rng.integers(len(moves)))])


def greedy_timeline(song: SongAnalysis, moves: Sequence[PlannableMove]) -> tuple[Shown, ...]:
    """Return the clips that sound most like the song, best first, whole, repeated until the song is over."""
    likeness = unit_rows([move.audio for move in moves], AUDIO_SIZE) @ song.audio_embedding
    best = np.argsort(-likeness, kind="stable")[:GREEDY_MOVES]
    return _back_to_back(song, lambda place: moves[int(best[place % len(best)])])


def _back_to_back(song: SongAnalysis, choose: Callable[[int], PlannableMove]) -> tuple[Shown, ...]:
    """Return whole clips, from their first beat to their last, one behind the other; the last ends with the song."""
    shown: list[Shown] = []
    now_s = 0.0
    while now_s < song.duration_s:
        move = choose(len(shown))
        start_s, end_s = float(move.beat_times_s[0]), float(move.beat_times_s[-1])
        length_s = min(end_s - start_s, song.duration_s - now_s)
        shown.append(Shown(move, np.array([start_s, start_s + length_s]), np.array([now_s, now_s + length_s])))
        now_s += length_s
    return tuple(shown)
