"""One clip, from file to everything a library keeps of it; knows no database."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ai_services.quality import quality_score
from common.errors import InputError
from video_processing.clip_grid import NO_CORRECTIONS, GridCorrections, corrected_grid, is_danceable
from video_processing.couple.analysis import CoupleAnalysis, NoCoupleError, analyse_couple, analyse_sidecar
from video_processing.couple.observations import looked_at_px, observe_clip
from video_processing.embeddings.pose_vectors import N_POSE_FEATURES, raw_pose_features
from video_processing.media.audio import decode_mono
from video_processing.media.content_crop import find_content
from video_processing.media.frames import Crop
from video_processing.media.probe import ClipInfo, probe_clip
from video_processing.media.second_output import PictureOutput, PicturesLostError, pictures_besides
from video_processing.mezzanine.making import MezzanineInfo, make_mezzanine
from video_processing.mezzanine.poster import make_poster
from video_processing.music.analysis import analyse_clip_sound
from video_processing.music.grid import BeatGrid
from video_processing.music.serialization import grid_from_dict, grid_to_dict
from video_processing.pose.detector import PoseDetector
from video_processing.pose.keypoints import CoupleTrack
from video_processing.pose.sidecar import read_sidecar
from video_processing.pose.storage import pack_track, unpack_track

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
    heard: BeatGrid
    """The counts of the clip's own sound."""
    grid: BeatGrid
    """The same as its dancers dance them, corrected."""
    sound: NDArray[np.float64]
    """Shape (128,): the embedding of the clip's own sound."""
    couple: CoupleAnalysis | None
    """None where nobody or only one dancer was seen; `fault` says which."""
    fault: str
    """Why the clip cannot be danced; empty where it can."""
    keypoints_given: bool
    """They came in a sidecar."""
    roles_given: bool
    raw_features: NDArray[np.float64]
    """Shape (1280,), NaN where not seen."""
    quality: float
    """0..1; 0 without a couple."""
    mezzanine: MezzanineInfo
    mezzanine_path: Path
    poster_path: Path
    keypoints_path: Path | None
    """None without a couple."""
    seconds: dict[str, float] = field(default_factory=dict)
    """Wall time of each stage."""


def ingest_clip(
    path: Path,
    directory: Path,
    *,
    sidecar: Path | None,
    detector: PoseDetector | None,
    rate_hz: float = ANALYSIS_RATE_HZ,
    corrections: GridCorrections = NO_CORRECTIONS,
    threads: int = 0,
) -> IngestedClip:
    """Return all that the library keeps of a clip, writing mezzanine, poster and keypoints into `directory`.

    The dancers come from the keypoint sidecar where there is one, else from the detector, which looks at `rate_hz`
    pictures a second. A clip without a couple is taken too, with its `fault`. `threads`: of the encoder, 1 where clips
    are ingested side by side, 0 for all cores. Raises PoseModelNeededError, NoDanceableBarError and the input errors of
    probing, sound, sidecar and encoding.
    """
    seconds: dict[str, float] = {}
    with _timed(seconds, "probe"):
        info = probe_clip(path)
        content = find_content(path, (info.width_px, info.height_px))
    with _timed(seconds, "sound"):
        heard = analyse_clip_sound(decode_mono(path))
        heard_grid = grid_from_dict(grid_to_dict(heard.grid))  # to the microsecond, as it is kept
        grid = corrected_grid(heard_grid, corrections, info.duration_s)
        if not is_danceable(grid):
            raise NoDanceableBarError
    mezzanine_path, poster_path = directory / "mezzanine.mp4", directory / "poster.jpg"

    def make(pictures: PictureOutput | None) -> MezzanineInfo:
        return make_mezzanine(
            path,
            mezzanine_path,
            beat_times_s=keyframe_beats_s(heard_grid, grid),
            content=content,
            threads=threads,
            pictures=pictures,
        )

    with _timed(seconds, "pictures"):
        if sidecar is not None:
            found, mezzanine = _told_couple(sidecar), make(None)
        elif detector is not None:
            found, mezzanine = _seen_couple(path, info, content, detector, rate_hz, make)
        else:
            raise PoseModelNeededError
        make_poster(mezzanine_path, info.duration_s / 2, poster_path)
    with _timed(seconds, "features"):
        raw = np.full(N_POSE_FEATURES, np.nan)
        couple = keypoints_path = None
        if found.couple is not None:
            couple = replace(found.couple, track=_shown(found.couple.track, info, content))
            keypoints_path = directory / "keypoints.npz"
            raw = keep_keypoints(couple.track, grid, keypoints_path)
    return IngestedClip(
        info=info,
        heard=heard_grid,
        grid=grid,
        sound=heard.audio_embedding,
        couple=couple,
        fault=found.fault,
        keypoints_given=sidecar is not None,
        roles_given=found.roles_given,
        raw_features=raw,
        quality=quality_score(couple.detection_rate, couple.mean_confidence) if couple else 0.0,
        mezzanine=mezzanine,
        mezzanine_path=mezzanine_path,
        poster_path=poster_path,
        keypoints_path=keypoints_path,
        seconds=seconds,
    )


def _shown(track: CoupleTrack, info: ClipInfo, content: Crop) -> CoupleTrack:
    """Return a track that knows which part of its picture the mezzanine shows; a sidecar's may be of another size."""
    across, down = track.width_px / info.width_px, track.height_px / info.height_px
    left_px, top_px = content.x_px * across, content.y_px * down
    return replace(track, shown_xywh_px=(left_px, top_px, content.width_px * across, content.height_px * down))


def keep_keypoints(track: CoupleTrack, grid: BeatGrid, path: Path) -> NDArray[np.float64]:
    """Write the keypoints and return the features of what was written: made anew from it, they are the same."""
    packed = pack_track(track)
    path.write_bytes(packed)
    return raw_pose_features(unpack_track(packed), grid)


def keyframe_beats_s(*grids: BeatGrid) -> list[float]:
    """Return the beats of all grids, rising: plans made before a correction still find their keyframes."""
    return [float(time_s) for time_s in np.unique(np.concatenate([grid.beat_times_s for grid in grids]))]


@dataclass(frozen=True)
class _Found:
    couple: CoupleAnalysis | None
    roles_given: bool
    fault: str = ""


def _told_couple(sidecar: Path) -> _Found:
    told = read_sidecar(sidecar)
    return _analysed(lambda: analyse_sidecar(told), roles_given=told.roles_known)


def _seen_couple(
    path: Path,
    info: ClipInfo,
    content: Crop,
    detector: PoseDetector,
    rate_hz: float,
    make: Callable[[PictureOutput], MezzanineInfo],
) -> tuple[_Found, MezzanineInfo]:
    """Look for the couple while the mezzanine is made of the same decoded pictures."""
    displayed_px = info.width_px, info.height_px
    size_px = looked_at_px(detector, content)
    with pictures_besides(make, path, rate_hz, displayed_px, content, size_px) as (frames, making):
        try:
            seen = observe_clip(path, info, detector, rate_hz, content, frames)
        except PicturesLostError:
            making.result()  # which tells why, where it failed
            seen = observe_clip(path, info, detector, rate_hz, content)
        mezzanine = making.result()
    return _analysed(lambda: analyse_couple(seen), roles_given=False), mezzanine


def _analysed(analyse: Callable[[], CoupleAnalysis], *, roles_given: bool) -> _Found:
    try:
        return _Found(analyse(), roles_given)
    except NoCoupleError as error:
        return _Found(None, roles_given=False, fault=str(error))


@contextmanager
def _timed(seconds: dict[str, float], stage: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    seconds[stage] = time.perf_counter() - start
