"""How well grids of the library's clips agree with the dancers' feet: ours beside another tracker's."""

from collections.abc import Callable, Iterable, Mapping

import numpy as np

from choreography.models import Move
from common import storage
from video_processing.couple.dance_phase import Consistency, DanceSignal, consistency, dance_phases
from video_processing.media.audio import decode_mono
from video_processing.music.grid import BeatGrid, FloatArray
from video_processing.music.serialization import grid_from_dict
from video_processing.music.spectra import Float32Array
from video_processing.pose.storage import unpack_track

OURS = "ours"
Tracker = Callable[[Float32Array], FloatArray]
Phases = dict[str, dict[DanceSignal, list[complex]]]


def compare_on_clips(
    moves: Iterable[Move], trackers: Mapping[str, Tracker]
) -> dict[str, dict[DanceSignal, Consistency]]:
    """Return, for our grids and each tracker's, how consistently the dancers of the clips move on them.

    Moves without a couple say nothing. Raises MissingMediaError where a clip or its keypoints are gone from storage.
    """
    phases: Phases = {name: {} for name in (OURS, *trackers)}
    for move in moves:
        if not move.keypoints_key:
            continue
        track = unpack_track(storage.read_bytes(move.keypoints_key))
        with storage.local_copy(move.clip_key) as clip:
            sound = decode_mono(clip)
        grids = {OURS: grid_from_dict(move.grid)}
        grids |= {name: beats_alone(tracker(sound) + move.av_offset_ms / 1000) for name, tracker in trackers.items()}
        for name, grid in grids.items():
            for signal, phase in dance_phases(track, grid).items():
                phases[name].setdefault(signal, []).append(phase)
    return {
        name: {signal: consistency(found) for signal, found in by_signal.items()} for name, by_signal in phases.items()
    }


def beats_alone(beat_times_s: FloatArray) -> BeatGrid:
    """Return the grid of a tracker that knows no bars."""
    none = np.array([], dtype=np.int64)
    tempo_bpm = float(60 / np.median(np.diff(beat_times_s))) if len(beat_times_s) > 1 else float("nan")
    return BeatGrid(tempo_bpm, beat_times_s, none, none)
