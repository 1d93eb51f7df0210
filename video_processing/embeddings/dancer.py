"""The 512 numbers of one dancer; the lead's and the follow's have the same layout."""

import numpy as np
from numpy.typing import NDArray

from video_processing.couple.beat_samples import BeatSamples, sample_on_beats
from video_processing.couple.motion import BODY, HIPS, middle
from video_processing.embeddings.layout import DANCER_BLOCKS
from video_processing.embeddings.motion_blocks import joint_speeds, period, speed, traj
from video_processing.embeddings.orientation_blocks import arms, orient
from video_processing.embeddings.pose_blocks import angles, phase_pose, pose_stats
from video_processing.music.grid import BeatGrid
from video_processing.pose.keypoints import CoupleTrack

FloatArray = NDArray[np.float64]


def raw_dancer_features(track: CoupleTrack, role: int, grid: BeatGrid) -> FloatArray:
    """Return the features of the lead (0) or the follow (1), shape (512,), NaN where nothing was seen.

    Unchanged by moving or enlarging the picture. Without two beats, or without the dancer, all are NaN.
    """
    return dancer_features(sample_on_beats(track, grid), role)


def dancer_features(samples: BeatSamples, role: int) -> FloatArray:
    """Return the features of one dancer of a couple sampled on its beats, shape (512,)."""
    points = samples.points_px[role] / samples.torso_px[role]
    if len(points) < 2 or not np.isfinite(points).any():
        return np.full(sum(DANCER_BLOCKS.values()), np.nan)
    pose = (points - middle(points, HIPS)[:, None])[:, BODY]
    half_beats = samples.half_beat_of_bar()
    speeds = joint_speeds(points[:, BODY])
    return np.concatenate(
        [
            phase_pose(pose, half_beats),
            pose_stats(pose),
            angles(points),
            speed(speeds, samples.beats),
            period(points, samples.beats),
            orient(points, half_beats),
            traj(points, speeds),
            arms(points),
        ]
    )
