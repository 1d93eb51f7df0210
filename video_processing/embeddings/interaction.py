"""The 256 numbers of what two dancers do together."""

import numpy as np
from numpy.typing import NDArray

from video_processing.couple.beat_samples import BeatSamples, sample_on_beats
from video_processing.embeddings.distance_blocks import dist, hands
from video_processing.embeddings.layout import INTERACTION_BLOCKS
from video_processing.embeddings.relation_blocks import geom, overlap, rel
from video_processing.embeddings.together_blocks import energy, vcorr
from video_processing.music.grid import BeatGrid
from video_processing.pose.keypoints import CoupleTrack

FloatArray = NDArray[np.float64]


def raw_interaction_features(track: CoupleTrack, grid: BeatGrid) -> FloatArray:
    """Return the features of a couple together, shape (256,), NaN where nothing was seen.

    Unchanged by moving or enlarging the picture. Without two beats, or one of the dancers, all are NaN.
    """
    return interaction_features(sample_on_beats(track, grid))


def interaction_features(samples: BeatSamples) -> FloatArray:
    """Return the features of a couple sampled on its beats, shape (256,)."""
    points = samples.points_px / samples.couple_scale_px
    if points.shape[1] < 2 or not np.isfinite(points).any():
        return np.full(sum(INTERACTION_BLOCKS.values()), np.nan)
    beats_of_bar, half_beats = samples.beat_of_bar(), samples.half_beat_of_bar()
    return np.concatenate(
        [
            dist(points, half_beats),
            hands(points, beats_of_bar),
            rel(points, beats_of_bar),
            vcorr(points),
            geom(points, beats_of_bar),
            energy(points, beats_of_bar),
            overlap(points, beats_of_bar),
        ]
    )
