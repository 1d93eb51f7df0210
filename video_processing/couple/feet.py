"""How fast the feet are through a clip: what lands on the beats, or does not."""

from dataclasses import dataclass

from video_processing.couple.dance_phase import foot_speed
from video_processing.couple.motion import joint_positions_px
from video_processing.music.grid import FloatArray
from video_processing.pose.keypoints import FOLLOW, CoupleTrack


@dataclass(frozen=True)
class FootSpeed:
    """The mean speed of the follow's ankles at each picture that was looked at; NaN where they were not seen."""

    times_s: FloatArray
    """Shape (n,), rising, seconds of the clip."""
    torsos_s: FloatArray
    """Shape (n,), torso lengths a second."""


def follow_feet(track: CoupleTrack) -> FootSpeed:
    """Return the speed of the follow's feet, whose steps show the beat best."""
    points = joint_positions_px(track.keypoints_px[FOLLOW], track.times_s)
    return FootSpeed(track.times_s, foot_speed(points, track.times_s))
