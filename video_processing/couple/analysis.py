"""From the people of a clip to its couple: two tracks, the lead's and the follow's, and how sure we are of them."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from common.errors import InputError
from video_processing.couple.appearance import APPEARANCE_SIZE
from video_processing.couple.motion import hip_path_torsos, joint_positions_px, uprightness
from video_processing.couple.observations import ClipObservations
from video_processing.couple.roles import RoleChoice, RoleEvidence, role_by_hip_path
from video_processing.couple.tracking import MISSING, Identities, track_dancers
from video_processing.pose.keypoints import FOLLOW, LEAD, CoupleTrack
from video_processing.pose.sidecar import Sidecar

FloatArray = NDArray[np.float64]

MIN_PAIR_SHARE = 0.08
"""A real couple, one behind the other, was seen as two in as few as 15 % of a clip's frames; a person too many was seen
in at most 3 % of the frames of any real clip."""


LEAST_UPRIGHT = 0.5
"""Backs of real couples stand at 0.99 or more in the median; lying ones are films whose turn was lost in a copy."""


class NoCoupleError(InputError):
    """The clip does not show two dancers who can be danced after."""

    code = "no_couple"


@dataclass(frozen=True)
class CoupleAnalysis:
    """A couple and how well it was seen. Index 0 is the lead, 1 the follow."""

    track: CoupleTrack
    both_present_share: float
    """Share of frames, 0..1, in which both dancers were seen."""
    detection_rate: float
    """Share, 0..1, of the 2 x n_frames places that hold a dancer."""
    mean_confidence: float
    """Mean confidence, 0..1, of the joints of the dancers seen."""
    identity_confidence: float
    """0..1: how surely the clothes tell the dancers apart; 0 means that only their boxes did."""
    role_confidence: float
    """0..1: how surely the roles are known."""
    appearance: FloatArray
    """Shape (2, 112): what each wears, see `appearance.appearances`; NaN where unknown, as in a sidecar."""
    hip_path_torsos: FloatArray
    """Shape (2,): length of each dancer's hip path, in torso lengths, while both were seen."""

    def evidence(self) -> RoleEvidence:
        """Return what this clip adds to the library's vote on roles."""
        return RoleEvidence(self.hip_path_torsos, self.appearance)

    def flipped(self) -> "CoupleAnalysis":
        """Return the same couple with lead and follow exchanged."""
        track = replace(self.track, keypoints_px=self.track.keypoints_px[::-1])
        return replace(self, track=track, appearance=self.appearance[::-1], hip_path_torsos=self.hip_path_torsos[::-1])

    def with_role(self, choice: RoleChoice) -> "CoupleAnalysis":
        """Return the couple as a vote over dancers (lead, follow) of this analysis decided."""
        right = self if choice.follow == FOLLOW else self.flipped()
        return replace(right, role_confidence=choice.confidence)


def analyse_couple(observations: ClipObservations) -> CoupleAnalysis:
    """Find the couple among the people seen in a clip.

    Raises:
        NoCoupleError: nobody, or only one dancer, for most of the clip; or they lie on their side.
    """
    if not any(len(frame.people) for frame in observations.frames):
        raise NoCoupleError("No dancer was seen in this clip.")
    identities = track_dancers(observations.frames)
    return analyse_track(_track(observations, identities), identities.appearance, identities.confidence)


def analyse_sidecar(sidecar: Sidecar) -> CoupleAnalysis:
    """Measure the couple of a keypoint file: its roles hold where it gives them, else the hip path finds them.

    Raises:
        NoCoupleError: the two are hardly ever seen together, or lie on their side.
    """
    found = _measure(sidecar.track, np.full((2, APPEARANCE_SIZE), np.nan), identity_confidence=1.0)
    return replace(found, role_confidence=1.0) if sidecar.roles_known else _with_roles_by_hip_path(found)


def analyse_track(track: CoupleTrack, appearance: FloatArray, identity_confidence: float) -> CoupleAnalysis:
    """Measure two tracks in any order and give them their roles by hip path.

    Raises:
        NoCoupleError: the two are hardly ever seen together, or lie on their side.
    """
    return _with_roles_by_hip_path(_measure(track, appearance, identity_confidence))


def _measure(track: CoupleTrack, appearance: FloatArray, identity_confidence: float) -> CoupleAnalysis:
    """Return the couple in the order of the track, of unknown roles."""
    present = track.present()
    both = np.asarray(present.all(axis=0))
    if both.mean() < MIN_PAIR_SHARE:
        raise NoCoupleError(f"Two dancers are seen together in only {both.mean():.0%} of this clip.")
    points = joint_positions_px(track.keypoints_px, track.times_s)
    if uprightness(points) < LEAST_UPRIGHT:
        raise NoCoupleError("The dancers do not stand upright: turn the clip.")
    return CoupleAnalysis(
        track=track,
        both_present_share=float(both.mean()),
        detection_rate=float(present.mean()),
        mean_confidence=float(track.keypoints_px[present][..., 2].mean()),
        identity_confidence=identity_confidence,
        role_confidence=0.0,
        appearance=appearance,
        hip_path_torsos=np.array([hip_path_torsos(points[dancer], track.times_s, both) for dancer in (LEAD, FOLLOW)]),
    )


def _with_roles_by_hip_path(found: CoupleAnalysis) -> CoupleAnalysis:
    return found.with_role(role_by_hip_path(found.hip_path_torsos))


def _track(observations: ClipObservations, identities: Identities) -> CoupleTrack:
    frames = observations.frames
    keypoints = np.full((2, len(frames), 17, 3), np.nan)
    for dancer, index in np.argwhere(identities.chosen != MISSING):
        keypoints[dancer, index] = frames[index].people.keypoints_px[identities.chosen[dancer, index]]
    times = np.array([frame.time_s for frame in frames])
    return CoupleTrack(times, keypoints, observations.width_px, observations.height_px)
