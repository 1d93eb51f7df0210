"""Writing an MP4 from packets that exist: video samples, the song's AAC, chapters and captions. Nothing is encoded."""

import heapq
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from errno import EDQUOT, EFBIG, ENOSPC
from fractions import Fraction
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import av
from av.audio.stream import AudioStream
from av.container import InputContainer, OutputContainer
from av.stream import Stream
from av.video.stream import VideoStream

from common.errors import InternalError
from common.storage import StorageFullError
from video_processing.assembly.captions import MS_PER_S, Caption, fill, read_webvtt
from video_processing.assembly.packets import TICKS_HZ
from video_processing.assembly.samples import Sample
from video_processing.assembly.timeline import Timeline, TimelineError
from video_processing.media.container import CLIP_MEDIA, SONG_MEDIA, open_media
from video_processing.media.probe import audio_stream, video_stream

if TYPE_CHECKING:
    from av.container.core import Chapter  # exists in the stubs only

NO_ROOM = (ENOSPC, EDQUOT, EFBIG)
RUN_IN_SAMPLES = 1024
"""An AAC frame overlaps the one before it: without that one its first half is wrong."""
SOUND_SLACK_S = 0.05
"""The song's sound may end this much before the plan: less than two frames."""

# How the text track looks where a player has no wish of its own; the encoder derives the track's header from it.
CAPTION_STYLE = b"""[Script Info]
ScriptType: v4.00+
[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Alignment
Style: Default,Arial,16,&Hffffff,&Hffffff,&H0,&H0,2
[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""

Timed = tuple[float, int, "av.Packet[Any]"]
"""When a packet is decoded in seconds, the number of its stream, and itself."""


class MovieError(InternalError):
    """The video file could not be written."""

    code = "movie_failed"


def write_movie(path: Path, timeline: Timeline, video: Iterable[Sample], template: Path) -> None:
    """Write the MP4: index first (fast start), streams interleaved.

    `template` is a mezzanine whose parameter sets all of `video` shares.

    Raises:
        StorageFullError: there was no room.
        TimelineError: the song's sound is shorter than the plan.
        MovieError: the file could not be written for another reason.
    """
    captions = fill(read_webvtt(timeline.captions), timeline.duration_s) if timeline.captions else []
    with (
        open_media(timeline.song_aac, SONG_MEDIA) as song,
        open_media(template, CLIP_MEDIA) as pattern,
        open_movie(path) as movie,
    ):
        movie.set_chapters(describe_chapters(timeline))
        pictures = movie.add_stream_from_template(video_stream(pattern))
        sound = movie.add_stream_from_template(audio_stream(song))
        tracks = [_video_packets(video, pictures), _song_packets(song, sound, timeline)]
        if captions:
            tracks.append(_text_packets(captions, _add_text_stream(movie)))
        for _, _, packet in heapq.merge(*tracks, key=itemgetter(0, 1)):
            movie.mux_one(packet)


def describe_chapters(timeline: Timeline) -> "list[Chapter]":
    """Return the chapters as the container takes them, in milliseconds."""
    return [
        {
            "id": i,
            "start": round(chapter.start_s * MS_PER_S),
            "end": round(chapter.end_s * MS_PER_S),
            "time_base": Fraction(1, MS_PER_S),
            "metadata": {"title": chapter.title},
        }
        for i, chapter in enumerate(timeline.chapters)
    ]


@contextmanager
def open_movie(path: Path) -> Iterator[OutputContainer]:
    """Open an MP4 for writing. Raises StorageFullError or MovieError for what goes wrong in the block."""
    try:
        with av.open(f"file:{path.absolute()}", "w", format="mp4", options={"movflags": "+faststart"}) as movie:
            yield movie
    except av.FFmpegError as error:
        if error.errno in NO_ROOM:
            raise StorageFullError from error
        raise MovieError("The video file could not be written.") from error


def _video_packets(video: Iterable[Sample], stream: VideoStream) -> Iterator[Timed]:
    time_base = Fraction(1, TICKS_HZ)
    for sample in video:
        packet = av.Packet(sample.data)  # type: ignore[arg-type]  # the stub forgets memoryview
        packet.stream, packet.time_base = stream, time_base
        packet.pts = packet.dts = sample.tick
        packet.duration, packet.is_keyframe = sample.duration, sample.is_keyframe
        yield sample.tick / TICKS_HZ, 0, packet


def _song_packets(song: InputContainer, stream: AudioStream, timeline: Timeline) -> Iterator[Timed]:
    """Yield the AAC packets of the timeline's part of the song, from its 0:00.

    The packets that the decoder needs to run in have times before 0:00, which the container's edit list hides; the
    last packet is cut by its duration.
    """
    source = audio_stream(song)
    tick_s, reached_s = float(source.time_base or 0), 0.0
    start = round(timeline.song_start_s / tick_s)
    run_in = round(RUN_IN_SAMPLES / source.sample_rate / tick_s)
    for packet in song.demux(source):
        if packet.pts is None or packet.dts is None or packet.pts + (packet.duration or 0) <= start - run_in:
            continue
        packet.pts, packet.dts = packet.pts - start, packet.dts - start
        time_s = packet.pts * tick_s
        if time_s >= timeline.duration_s:
            break
        packet.duration = min(packet.duration or 0, round((timeline.duration_s - time_s) / tick_s))
        reached_s = time_s + packet.duration * tick_s
        packet.stream = stream
        yield time_s, 1, packet
    if reached_s < timeline.duration_s - SOUND_SLACK_S:
        raise TimelineError("The song's sound is shorter than the plan.")


def _text_packets(captions: list[Caption], stream: Stream) -> Iterator[Timed]:
    for caption in captions:
        packet: av.Packet[Stream] = av.Packet(caption.sample())
        packet.stream, packet.time_base = stream, Fraction(1, MS_PER_S)
        packet.pts = packet.dts = caption.start_ms
        packet.duration, packet.is_keyframe = caption.end_ms - caption.start_ms, True
        yield caption.start_ms / MS_PER_S, 2, packet


def _add_text_stream(movie: OutputContainer) -> Stream:
    stream = movie.add_stream("mov_text")
    stream.codec_context.subtitle_header = CAPTION_STYLE
    stream.time_base = stream.codec_context.time_base = Fraction(1, MS_PER_S)
    return stream
