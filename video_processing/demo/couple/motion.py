"""From a score to two skeletons at every frame."""

import numpy as np

from video_processing.demo.couple.anatomy import Bone, FloatArray, Physique
from video_processing.demo.couple.feet import foot_course, weight_course
from video_processing.demo.couple.hands import lay_hands
from video_processing.demo.couple.rotation import place
from video_processing.demo.couple.score import CHANNELS, CoupleScore, DancerScore
from video_processing.demo.couple.spine import let_hang, raise_head, raise_spine
from video_processing.demo.couple.stance import Skeleton, stand
from video_processing.demo.couple.tracks import keyed, pulsed

Bodies = tuple[Physique, Physique]
Skeletons = tuple[Skeleton, Skeleton]


def dance(score: CoupleScore, bodies: Bodies, beats: FloatArray, tempo_bpm: float) -> Skeletons:
    """Return lead's and follow's skeletons at the given beats (n,), evenly spaced."""
    step = float(np.median(np.diff(beats)))
    tracks = [_channels(part, beats) for part in score.dancers]
    yaws = [keyed(part.yaw_deg, beats) for part in score.dancers]
    first, second = (
        _trunk(part, body, beats, yaw, channels, 1.0 / step)
        for part, body, yaw, channels in zip(score.dancers, bodies, yaws, tracks, strict=True)
    )
    skeletons = (first, second)
    faces = [_face(skeleton, body) for skeleton, body in zip(skeletons, bodies, strict=True)]
    for role, (skeleton, body) in enumerate(zip(skeletons, bodies, strict=True)):
        raise_head(skeleton, body, yaws[role], tracks[role], faces[1 - role])
        let_hang(skeleton, yaws[role], tempo_bpm / 60.0 / step)
    lay_hands(skeletons, bodies, score, beats)
    return skeletons


def _channels(part: DancerScore, beats: FloatArray) -> dict[str, FloatArray]:
    return {
        name: (keyed(part.channels[name], beats) if name in part.channels else np.zeros(beats.shape))
        + pulsed(part.pulses, name, beats)
        for name in CHANNELS
    }


def _trunk(
    part: DancerScore,
    body: Physique,
    beats: FloatArray,
    yaw: FloatArray,
    channels: dict[str, FloatArray],
    frames_per_beat: float,
) -> Skeleton:
    skeleton = Skeleton.empty(len(beats))
    feet = (foot_course(part.feet, 0, yaw, beats), foot_course(part.feet, 1, yaw, beats))
    stand(skeleton, body, feet, weight_course(part.feet, beats), yaw, channels, frames_per_beat)
    raise_spine(skeleton, body, yaw, channels)
    return skeleton


def _face(skeleton: Skeleton, body: Physique) -> FloatArray:
    """Return about where a dancer's eyes are, before the head is turned."""
    up = body.shoulder_m + body.neck_m + 0.09
    return place(skeleton.origins_m[:, Bone.CHEST], skeleton.rotations[:, Bone.CHEST], (0.0, up, 0.05))
