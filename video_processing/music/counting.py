"""From sound to beats that know their place in the bar: the part that songs and clips share."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from video_processing.music.audio_embedding import Stretch
from video_processing.music.beat_features import beat_features
from video_processing.music.beats import frames_to_s, refine_to_onsets, s_to_frames, track_beats, trim_ends
from video_processing.music.confidence import beat_confidence, downbeat_confidence
from video_processing.music.downbeats import find_downbeats
from video_processing.music.errors import NoRhythmError
from video_processing.music.half_beat import CheckedBeats, beat_onsets, check_half_beat
from video_processing.music.loudness import audible_span_s, frame_levels_db, levels_db
from video_processing.music.onsets import Onsets, find_onsets
from video_processing.music.spectra import Float32Array, coarse_spectra, fine_spectra
from video_processing.music.tempo import Tempo, estimate_tempos

LOUD_DB = -14.0
AUDIBLE_SLACK_S = 0.06
RIVAL_MARGIN = 0.1
"""Of the template's cosine. With .05 to .15 all of 114 made sounds of 96-164 BPM get their tempo, with .2 not."""


@dataclass(frozen=True)
class CountedBeats:
    """The beats of a sound and what is known of each."""

    times_s: NDArray[np.float64]
    stretch: Stretch
    beat_confidence: float
    downbeat_confidence: float

    @property
    def downbeats(self) -> NDArray[np.int64]:
        """Return the indices of the beats that open a bar; none in a sound of fewer than four beats, perhaps."""
        return np.flatnonzero(self.stretch.positions == 0)

    @property
    def tempo_bpm(self) -> float:
        """Return the tempo of the median interval."""
        return float(60 / np.median(np.diff(self.times_s)))


def count_beats(samples: Float32Array, min_beats: int) -> CountedBeats:
    """Return the counted beats; raise NoRhythmError if there are fewer than `min_beats` (at least 2)."""
    samples = at_common_level(samples)
    onsets = find_onsets(fine_spectra(samples))
    tempo, checked = _best_suited(onsets, estimate_tempos(onsets.flux))
    frames = trim_ends(onsets.flux, refine_to_onsets(onsets.flux, checked.frames))
    times_s = audible_beats(frames_to_s(frames), samples)
    if len(times_s) < min_beats:
        raise NoRhythmError("No beat can be heard in the sound.")
    at_beats = beat_onsets(onsets.band_flux, s_to_frames(times_s))
    features = beat_features(coarse_spectra(samples), times_s)
    bars = find_downbeats(at_beats, features)
    ends_s = np.append(times_s, 2 * times_s[-1] - times_s[-2])
    sure = beat_confidence(tempo.strength, checked.score, checked.margin)
    return CountedBeats(
        times_s=times_s,
        stretch=Stretch(np.diff(ends_s), bars.positions, at_beats, features, levels_db(samples, ends_s)),
        beat_confidence=sure,
        downbeat_confidence=sure * downbeat_confidence(bars.evidence, bars.positions),
    )


def _best_suited(onsets: Onsets, tempos: list[Tempo]) -> tuple[Tempo, CheckedBeats]:
    """Return the first tempo with its beats, or a rival whose bars suit bachata clearly better."""
    tracked = [(tempo, _checked(onsets, tempo)) for tempo in tempos]
    first, best = tracked[0], max(tracked, key=lambda pair: pair[1].score)
    return best if best[1].score > first[1].score + RIVAL_MARGIN else first


def _checked(onsets: Onsets, tempo: Tempo) -> CheckedBeats:
    return check_half_beat(onsets.band_flux, track_beats(onsets.flux, tempo.period_frames))


def at_common_level(samples: Float32Array) -> Float32Array:
    """Return the sound with its loud frames at -14 dBFS, so that no answer depends on the volume.

    Loud is the 95th percentile, or 40 dB under the loudest frame in a sound of silence and a few strokes.
    """
    frames_db = frame_levels_db(samples)
    gain_db = LOUD_DB - max(float(np.percentile(frames_db, 95)), float(frames_db.max()) - 40)
    return np.asarray(samples * np.float32(10 ** (gain_db / 20)), dtype=np.float32)


def audible_beats(times_s: NDArray[np.float64], samples: Float32Array) -> NDArray[np.float64]:
    """Return the beats from the first to the last audible moment, to 60 ms."""
    first_s, last_s = audible_span_s(samples)
    heard = (times_s >= first_s - AUDIBLE_SLACK_S) & (times_s <= last_s + AUDIBLE_SLACK_S)
    return times_s[heard & (times_s >= 0)]
