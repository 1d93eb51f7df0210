"""Film one move: picture and sound in one MP4, the truth beside it."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.container import OutputContainer
from av.video.frame import PictureType, VideoFrame
from numpy.typing import NDArray

from video_processing.demo.couple.anatomy import FloatArray
from video_processing.demo.couple.film import FilmSet
from video_processing.demo.couple.joints import FLESH_M, HIDDEN, VISIBLE, in_picture, keypoints_m
from video_processing.demo.couple.motion import Skeletons, dance
from video_processing.demo.couple.spec import LEAD_IN_BEATS, TAIL_BEATS, MoveSpec
from video_processing.demo.songs.clip_sound import render_clip_sound
from video_processing.demo.songs.rendering import SONG_RATE_HZ
from video_processing.demo.songs.sound import Sound
from video_processing.demo.songs.truth import SongTruth
from video_processing.mezzanine.parameters import MEZZANINE, encoder_options
from video_processing.pose.keypoints import CoupleTrack

FLASH_PX = 96
"""Side of the white square in the top left corner of a frame on a beat."""

VIDEO_OPTIONS = encoder_options(MEZZANINE) | {
    "threads": "1",
    "x264-params": f"{MEZZANINE.encoder}:rc-lookahead=4:subme=0:partitions=none",
}
"""Filmed as a mezzanine, so that an import copies it, which spares 8 ms a frame there. What changes neither parameter
set is as quick as with the fastest preset. One thread: clips run side by side."""
SOUND_OPTIONS = {"aac_coder": "fast"}
SOUND_BIT_RATE = 128_000
FILE_OPTIONS = {"movflags": "+faststart", "video_track_timescale": str(MEZZANINE.time_base_hz)}

MIDWAY = 0.2
"""A beat nearer than this, in frames, to the middle between two frames is one of either."""


@dataclass(frozen=True)
class Take:
    """A danced move, before it is filmed. n frames."""

    spec: MoveSpec
    times_s: FloatArray
    skeletons: Skeletons
    sound: Sound
    sample_rate_hz: int
    song: SongTruth
    n_counts: int


def dance_take(spec: MoveSpec) -> Take:
    """Return a move's music and, on its beats, the movement at every frame."""
    score = spec.choreograph()
    beat_s = 60.0 / spec.tempo_bpm
    lead_in_s = LEAD_IN_BEATS * beat_s
    sound, song = render_clip_sound(spec.tempo_bpm, score.n_counts, spec.seed, lead_in_s, TAIL_BEATS * beat_s)
    fps = spec.filming_day.fps
    times = np.arange(int(song.duration_s * fps)) / fps
    skeletons = dance(score, spec.filming_day.bodies, (times - lead_in_s) / beat_s, spec.tempo_bpm)
    return Take(spec, times, skeletons, sound, SONG_RATE_HZ, song, score.n_counts)


def flash_frames(beat_times_s: FloatArray, fps: int, n_frames: int) -> frozenset[int]:
    """Return the frame nearest to each beat."""
    nearest = np.round(beat_times_s * fps).astype(int)
    return frozenset(int(frame) for frame in nearest if 0 <= frame < n_frames)


def keyframes(beat_times_s: FloatArray, fps: int, n_frames: int) -> frozenset[int]:
    """Return the frames that become keyframes: the nearest to each beat, both where a beat falls midway between two.

    An import hears the beats some milliseconds off and takes the nearest frame to where it hears them.
    """
    places = beat_times_s * fps
    doubtful = np.abs(places - np.floor(places) - 0.5) < MIDWAY
    nearest = np.concatenate([[0.0], np.round(places), np.floor(places[doubtful]), np.ceil(places[doubtful])])
    return frozenset(int(frame) for frame in nearest if 0 <= frame < n_frames)


def film_take(take: Take, destination: Path, *, flash_on_beats: bool = False) -> CoupleTrack:
    """Write the MP4 and return where the camera saw every joint."""
    camera = take.spec.filming_day.camera(take.spec.view_deg)
    film_set = FilmSet(take.spec.filming_day, camera)
    bodies = take.spec.filming_day.bodies
    joints = np.stack(
        [in_picture(keypoints_m(skeleton, body), camera) for skeleton, body in zip(take.skeletons, bodies, strict=True)]
    )
    fps = take.spec.filming_day.fps
    starts = keyframes(take.song.beat_times_s, fps, len(take.times_s))
    flashes = flash_frames(take.song.beat_times_s, fps, len(take.times_s)) if flash_on_beats else frozenset()
    with av.open(str(destination), "w", format="mp4", options=FILE_OPTIONS) as container:
        _add_streams(container, take, camera.width_px, camera.height_px)
        for frame, picture in enumerate(film_set.roll(take.skeletons)):
            mark_hidden(joints[:, frame], film_set)
            if frame in flashes:
                _flash(picture, camera.height_px, camera.width_px)
            _encode_picture(container, picture, frame, fps, is_keyframe=frame in starts)
        container.mux(container.streams.video[0].encode())
        _encode_sound(container, take)
    return CoupleTrack(take.times_s, joints[..., :3], camera.width_px, camera.height_px)


def _add_streams(container: OutputContainer, take: Take, width_px: int, height_px: int) -> None:
    video = container.add_stream("libx264", rate=take.spec.filming_day.fps, options=VIDEO_OPTIONS)
    video.width, video.height, video.pix_fmt = width_px, height_px, "yuv420p"
    video.codec_context.color_range, video.codec_context.colorspace = 1, 1
    video.codec_context.color_primaries, video.codec_context.color_trc = 1, 1
    video.codec_context.sample_aspect_ratio = Fraction(1)
    video.codec_context.time_base = Fraction(1, MEZZANINE.time_base_hz)
    audio = container.add_stream("aac", rate=take.sample_rate_hz, layout="mono", options=SOUND_OPTIONS)
    audio.bit_rate = SOUND_BIT_RATE


def mark_hidden(joints: FloatArray, film_set: FilmSet) -> None:
    """Lower the confidence of the joints (2, 17, 4) that a body hides in the picture just shot."""
    for dancer in joints:
        for index, (x, y, confidence, depth) in enumerate(dancer):
            if confidence == VISIBLE and not film_set.sees(x, y, depth, float(FLESH_M[index])):
                dancer[index, 2] = HIDDEN


def _flash(picture: NDArray[np.uint8], height_px: int, width_px: int) -> None:
    picture[:FLASH_PX, :FLASH_PX] = 235
    flat = picture.reshape(-1)[height_px * width_px :].reshape(2, height_px // 2, width_px // 2)
    flat[:, : FLASH_PX // 2, : FLASH_PX // 2] = 128


def _encode_picture(
    container: OutputContainer, picture: NDArray[np.uint8], frame: int, fps: int, *, is_keyframe: bool
) -> None:
    stream = container.streams.video[0]
    image = VideoFrame.from_ndarray(picture, format="yuv420p")
    image.pts = frame * MEZZANINE.time_base_hz // fps
    image.time_base = Fraction(1, MEZZANINE.time_base_hz)
    if is_keyframe:
        image.pict_type = PictureType.I
    container.mux(stream.encode(image))


def _encode_sound(container: OutputContainer, take: Take) -> None:
    stream = container.streams.audio[0]
    block = AudioFrame.from_ndarray(take.sound[None, :], format="fltp", layout="mono")
    block.sample_rate = take.sample_rate_hz
    block.pts = 0
    container.mux(stream.encode(block))
    container.mux(stream.encode())
