"""One clip, from file to everything a library keeps of it; knows no database."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ai_services.quality import quality_score
from common.errors import InputError
from video_processing.couple.analysis import CoupleAnalysis, analyse_couple, analyse_sidecar
from video_processing.couple.observations import observe_clip
from video_processing.embeddings.pose_vectors import raw_pose_features
from video_processing.media.audio import decode_mono
from video_processing.media.content_crop import find_content
from video_processing.media.frames import Crop
from video_processing.media.probe import ClipInfo, probe_clip
from video_processing.mezzanine.making import MezzanineInfo, make_mezzanine
from video_processing.mezzanine.poster import make_poster
from video_processing.music.analysis import analyse_clip_sound
from video_processing.music.grid import BeatGrid
from video_processing.pose.detector import PoseDetector
from video_processing.pose.sidecar import read_sidecar
from video_processing.pose.storage import pack_track

ANALYSIS_RATE_HZ = 15.0


class PoseModelNeededError(InputError):
    """This clip has no keypoint sidecar, and POSE_MODEL_PATH names no pose model to find its dancers with."""

    code = "pose_model_needed"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class NoDanceableBarError(InputError):
    """The clip's sound holds no whole phrase of eight counts: it is too short to dance."""

    code = "clip_too_short"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


@dataclass(frozen=True)
class IngestedClip:
    """What a clip gives to the library; its files lie in the folder that was given."""

    info: ClipInfo
    grid: BeatGrid
    sound: NDArray[np.float64]
    """Shape (128,): the embedding of the clip's own sound."""
    couple: CoupleAnalysis
    roles_given: bool
    raw_features: NDArray[np.float64]
    """Shape (1280,), NaN where not seen."""
    quality: float
    mezzanine: MezzanineInfo
    mezzanine_path: Path
    poster_path: Path
    keypoints_path: Path
    seconds: dict[str, float] = field(default_factory=dict)
    """Wall time of each stage."""


def ingest_clip(path: Path, directory: Path, *, sidecar: Path | None, detector: PoseDetector | None) -> IngestedClip:
    """Return all that the library keeps of a clip, writing mezzanine, poster and keypoints into `directory`.

    The dancers come from the keypoint sidecar where there is one, else from the detector. Raises PoseModelNeededError,
    NoCoupleError, NoDanceableBarError and the input errors of probing, sound, sidecar and encoding.
    """
    seconds: dict[str, float] = {}
    with _timed(seconds, "probe"):
        info = probe_clip(path)
        content = find_content(path, (info.width_px, info.height_px))
    with _timed(seconds, "sound"):
        heard = analyse_clip_sound(decode_mono(path))
        if heard.grid.count1_beats.size == 0 or len(heard.grid.beat_times_s) - heard.grid.count1_beats[0] < 9:
            raise NoDanceableBarError
    with _timed(seconds, "pose"):
        couple, roles_given = _find_couple(path, info, content, sidecar, detector)
    with _timed(seconds, "features"):
        raw = raw_pose_features(couple.track, heard.grid)
        keypoints_path = directory / "keypoints.npz"
        keypoints_path.write_bytes(pack_track(couple.track))
    with _timed(seconds, "mezzanine"):
        mezzanine_path, poster_path = directory / "mezzanine.mp4", directory / "poster.jpg"
        mezzanine = make_mezzanine(path, mezzanine_path, beat_times_s=heard.grid.beat_times_s.tolist(), content=content)
        make_poster(mezzanine_path, info.duration_s / 2, poster_path)
    return IngestedClip(
        info=info,
        grid=heard.grid,
        sound=heard.audio_embedding,
        couple=couple,
        roles_given=roles_given,
        raw_features=raw,
        quality=quality_score(couple.detection_rate, couple.mean_confidence),
        mezzanine=mezzanine,
        mezzanine_path=mezzanine_path,
        poster_path=poster_path,
        keypoints_path=keypoints_path,
        seconds=seconds,
    )


def _find_couple(
    path: Path, info: ClipInfo, content: Crop, sidecar: Path | None, detector: PoseDetector | None
) -> tuple[CoupleAnalysis, bool]:
    if sidecar is not None:
        told = read_sidecar(sidecar)
        return analyse_sidecar(told), told.roles_known
    if detector is None:
        raise PoseModelNeededError
    return analyse_couple(observe_clip(path, info, detector, ANALYSIS_RATE_HZ, content)), False


@contextmanager
def _timed(seconds: dict[str, float], stage: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    seconds[stage] = time.perf_counter() - start
