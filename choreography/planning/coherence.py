"""Whether the feet keep the beat of the song from the first move to the last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from choreography.planning.inputs import FloatArray
from choreography.planning.timelines import Shown
from video_processing.couple.feet import FootSpeed

Feet = Mapping[str, FootSpeed]
"""By the ids of moves."""


@dataclass(frozen=True)
class Coherence:
    """How much of the feet's speed rises and falls with the beat; both NaN where no feet were seen."""

    value: float
    """0..1: the Fourier coefficient of the speed at one beat of the song, over the whole dance, by the mean speed.

    Clips that keep a beat of their own, each another one, cancel out.
    """
    chance: float
    """What the same clips give where each begins at any place of the beat: root mean square."""


def coherence(beat_times_s: FloatArray, timeline: Sequence[Shown], feet: Feet) -> Coherence:
    """Return the coherence of what is shown with the beats of a song, shape (n_beats,)."""
    waves = [_wave(beat_times_s, shown, feet[shown.move.move_id]) for shown in timeline if shown.move.move_id in feet]
    total = sum(weight for _, weight in waves)
    if total == 0:
        return Coherence(float("nan"), float("nan"))
    sums = np.array([wave for wave, _ in waves])
    return Coherence(float(np.abs(sums.sum()) / total), float(np.sqrt((np.abs(sums) ** 2).sum()) / total))


def _wave(beat_times_s: FloatArray, shown: Shown, feet: FootSpeed) -> tuple[complex, float]:
    """Return the sum of a clip's foot speed turned by the song's beat, and the sum of the speed; both over seconds."""
    during = (feet.times_s >= shown.clip_s[0]) & (feet.times_s < shown.clip_s[-1])
    song_s = np.interp(feet.times_s[during], shown.clip_s, shown.song_s)
    beats = np.interp(song_s, beat_times_s, np.arange(len(beat_times_s)), left=np.nan, right=np.nan)
    speed = feet.torsos_s[during]
    known = np.isfinite(speed) & np.isfinite(beats)
    if known.sum() < 2:
        return 0j, 0.0
    lasts_s = np.gradient(song_s)[known]
    # Without its mean: a clip that ends within a beat would otherwise seem to keep it.
    swing = speed[known] - np.average(speed[known], weights=lasts_s)
    wave = complex((lasts_s * swing * np.exp(-2j * np.pi * beats[known])).sum())
    return wave, float((lasts_s * speed[known]).sum())
