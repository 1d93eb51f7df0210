"""What a file is, from its content: measured by walking its packets, since headers can lie."""

import math
import struct
from dataclasses import dataclass
from pathlib import Path

from av.audio.stream import AudioStream
from av.container import InputContainer
from av.sidedata.sidedata import SideData
from av.stream import Stream
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from common.text import one_line
from video_processing.media.container import (
    AUDIO_CODECS,
    CLIP_MEDIA,
    SONG_MEDIA,
    VIDEO_CODECS,
    UnreadableMediaError,
    codec_name,
    open_media,
    origin_s,
)
from video_processing.media.limits import (
    MIB,
    SONG_BYTES_MAX,
    SONG_CHANNELS_MAX,
    SONG_DURATION_RANGE_S,
    SONG_SAMPLE_RATE_RANGE_HZ,
    MediaLimitError,
    check_size,
)

__all__ = ["ClipInfo", "MediaLimitError", "SongInfo", "audio_stream", "probe_clip", "probe_song", "video_stream"]

CLIP_BYTES_MAX = 100 * MIB
CLIP_DURATION_RANGE_S = (1.0, 60.0)
CLIP_SIDE_RANGE_PX = (16, 1920)
CLIP_FPS_MAX = 60.0
TAG_MAX = 200
UNTOLD_MATRIX = 2
"""Matrix coefficients 2 are "unspecified" (ITU-T H.273, table 4)."""
FPS_SLACK = 1.01
"""Phones write 60 fps clips whose average is a little above 60."""


@dataclass(frozen=True)
class Turn:
    """How a stored picture is turned for display."""

    rotation_deg: int
    """Counter-clockwise: 0, 90, 180 or 270."""
    mirrored: bool = False
    """Left and right are exchanged first."""


@dataclass(frozen=True)
class ClipInfo:
    """A clip as a player shows it."""

    duration_s: float
    """From the first frame to the end of the last one."""
    width_px: int
    height_px: int
    """The displayed picture: rotation and pixel shape applied."""
    rotation_deg: int
    """How far the stored picture is turned counter-clockwise for display: 0, 90, 180 or 270."""
    fps: float
    """Mean frame rate; the gaps between frames may vary."""
    frame_count: int
    has_audio: bool
    video_codec: str
    container: str
    colours_told: bool = True
    """Whether the file says which matrix its colours were made with."""
    mirrored: bool = False
    """Whether the stored picture is mirrored, before it is turned."""


@dataclass(frozen=True)
class SongInfo:
    """The sound of a song file."""

    duration_s: float
    sample_rate_hz: int
    channels: int
    title: str | None
    artist: str | None
    genre: str | None
    audio_codec: str
    container: str


def probe_clip(path: Path) -> ClipInfo:
    """Measure a clip: packets are counted and its first frame is decoded.

    Raises:
        UnreadableMediaError: not a video we can read.
        MediaLimitError: outside the limits of a clip (1-60 s, up to 1920 px a side, 60 fps and 100 MiB).
    """
    _check_size(path, CLIP_BYTES_MAX)
    with open_media(path, CLIP_MEDIA) as container:
        stream = video_stream(container)
        _check_sides(stream.width, stream.height)
        width, height, turn = _displayed(container, stream)
        container.seek(0)
        count, duration = _walk(container, stream, CLIP_DURATION_RANGE_S[1])
        info = ClipInfo(
            duration_s=duration,
            width_px=width,
            height_px=height,
            rotation_deg=turn.rotation_deg,
            mirrored=turn.mirrored,
            fps=count / duration if duration > 0 else 0.0,
            frame_count=count,
            has_audio=_has_audio(container),
            video_codec=codec_name(stream),
            container=container.format.name,
            colours_told=stream.codec_context.colorspace != UNTOLD_MATRIX,
        )
    _check_clip(info)
    return info


def probe_song(path: Path) -> SongInfo:
    """Measure a song: its packets are walked and its first sound is decoded. Title, artist and genre are as tagged,
    each one plain line.

    Raises:
        UnreadableMediaError: no sound that we can read.
        MediaLimitError: outside the limits of a song (20 s to 10 min, 8-192 kHz, 8 channels, 50 MiB).
    """
    _check_size(path, SONG_BYTES_MAX)
    with open_media(path, SONG_MEDIA) as container:
        stream = audio_stream(container)
        if next(container.decode(stream), None) is None:
            raise UnreadableMediaError("This file holds no sound.")
        sample_rate_hz, channels = stream.sample_rate, stream.channels
        container.seek(0)
        _, duration = _walk(container, stream, SONG_DURATION_RANGE_S[1])
        tags = {key.lower(): value for key, value in {**container.metadata, **stream.metadata}.items()}
        info = SongInfo(
            duration_s=duration,
            sample_rate_hz=sample_rate_hz,
            channels=channels,
            title=_tag(tags, "title"),
            artist=_tag(tags, "artist"),
            genre=_tag(tags, "genre"),
            audio_codec=codec_name(stream),
            container=container.format.name,
        )
    _check_song(info)
    return info


def video_stream(container: InputContainer) -> VideoStream:
    """Return the first moving picture of a container (a cover is not one)."""
    for stream in container.streams.video:
        if not stream.disposition & stream.disposition.attached_pic and codec_name(stream) in VIDEO_CODECS:
            return stream
    raise UnreadableMediaError("This file holds no video that we can read.")


def audio_stream(container: InputContainer) -> AudioStream:
    """Return the first sound of a container."""
    for stream in container.streams.audio:
        if codec_name(stream) in AUDIO_CODECS:
            return stream
    raise UnreadableMediaError("This file holds no sound that we can read.")


def square_size_px(stream: VideoStream, frame: VideoFrame) -> tuple[int, int]:
    """Return the width and height of a stored picture once its pixels are square."""
    return round(frame.width * (stream.sample_aspect_ratio or 1)), frame.height


def shown_turn(frame: VideoFrame) -> Turn:
    """Return how a stored picture is turned, and mirrored, to be shown."""
    try:
        told = frame.side_data.get("DISPLAYMATRIX")
    except ValueError:  # PyAV lists none where it has no name for one of them, such as an EXIF header (PyAV #2392)
        return Turn(round(frame.rotation / 90) * 90 % 360)
    if not isinstance(told, SideData):
        return Turn(0)
    right_x, right_y, _, down_x, down_y, *_ = struct.unpack("=9i", bytes(told))
    mirrored = right_x * down_y - right_y * down_x < 0
    if mirrored:  # what is left to turn, once left and right are exchanged
        right_x, right_y = -right_x, -right_y
    return Turn(round(math.degrees(math.atan2(-right_y, right_x)) / 90) * 90 % 360, mirrored)


def _displayed(container: InputContainer, stream: VideoStream) -> tuple[int, int, Turn]:
    frame = next(container.decode(stream), None)
    if frame is None:
        raise UnreadableMediaError("This file holds no picture that we can decode.")
    if frame.pts is None:
        raise UnreadableMediaError(
            "The first pictures of this clip have no times, as where it starts before 0:00: export it to start at 0:00."
        )
    width, height = square_size_px(stream, frame)
    turn = shown_turn(frame)
    return (height, width, turn) if turn.rotation_deg in (90, 270) else (width, height, turn)


def _walk(container: InputContainer, stream: Stream, longest_s: float) -> tuple[int, float]:
    """Return how many packets a stream has and the time from its first to the end of its last, in seconds."""
    count, first, end = 0, None, 0.0
    for packet in container.demux(stream):
        if packet.pts is None or packet.is_discard:
            continue
        time = float(packet.pts * packet.time_base) - origin_s(container)
        first = time if first is None else min(first, time)
        end = max(end, time + float((packet.duration or 0) * packet.time_base))
        count += 1
        if end > longest_s * 1.5:
            break
    return count, end - max(first or 0.0, 0.0)


def _has_audio(container: InputContainer) -> bool:
    return any(codec_name(stream) in AUDIO_CODECS for stream in container.streams.audio)


def _tag(tags: dict[str, str], name: str) -> str | None:
    return one_line(tags.get(name, ""), TAG_MAX) or None


def _check_size(path: Path, limit_bytes: int) -> None:
    if path.stat().st_size == 0:
        raise UnreadableMediaError("This file is empty.")
    check_size(path, limit_bytes)


def _check_sides(width_px: int, height_px: int) -> None:
    low, high = CLIP_SIDE_RANGE_PX
    if not (low <= min(width_px, height_px) and max(width_px, height_px) <= high):
        raise MediaLimitError(f"The picture is {width_px} x {height_px}; each side may have {low} to {high} pixels.")


def _check_duration(duration_s: float, range_s: tuple[float, float], what: str) -> None:
    low, high = range_s
    if not low <= duration_s <= high:
        raise MediaLimitError(f"A {what} lasts {low:.0f} to {high:.0f} seconds; this one lasts {duration_s:.1f}.")


def _check_clip(info: ClipInfo) -> None:
    _check_duration(info.duration_s, CLIP_DURATION_RANGE_S, "clip")
    _check_sides(info.width_px, info.height_px)
    if info.fps > CLIP_FPS_MAX * FPS_SLACK:
        raise MediaLimitError(f"The clip has {info.fps:.0f} frames a second; the limit is {CLIP_FPS_MAX:.0f}.")


def _check_song(info: SongInfo) -> None:
    _check_duration(info.duration_s, SONG_DURATION_RANGE_S, "song")
    low, high = SONG_SAMPLE_RATE_RANGE_HZ
    if not low <= info.sample_rate_hz <= high:
        raise MediaLimitError(f"The sound has {info.sample_rate_hz} samples a second; we take {low} to {high}.")
    if info.channels > SONG_CHANNELS_MAX:
        raise MediaLimitError(f"The sound has {info.channels} channels; the limit is {SONG_CHANNELS_MAX}.")
