"""The song as AAC packets: encoded once when the song arrives, copied by every choreography."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from video_processing.media.container import SONG_MEDIA, UnreadableMediaError, open_media
from video_processing.media.ffmpeg import describe_input, run_ffmpeg
from video_processing.media.probe import audio_stream
from video_processing.media.whole_file import sha256_of, whole_file

SAMPLE_RATE_HZ = 44_100
BIT_RATE = "192k"
AAC_FRAME_SAMPLES = 1024
TIMEOUT_S = 120.0
"""A song of 10 minutes takes 6 s of one core."""


@dataclass(frozen=True)
class AacInfo:
    """A song's AAC rendition."""

    duration_s: float
    """What is heard, without the encoder's run-in and padding."""
    priming_samples: int
    """The encoder's run-in before 0:00, hidden by the file's edit list."""
    sha256: str


def describe_song_aac(source: Path, destination: Path, bit_rate: str = BIT_RATE) -> list[str]:
    """Return the ffmpeg arguments of the rendition: stereo, time stamps kept so that 0:00 stays 0:00."""
    return [
        *describe_input(source, SONG_MEDIA),
        *("-map", "0:a:0", "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact"),
        # Sound that starts after 0:00 is preceded by silence, gaps are filled.
        *("-af", "aresample=async=1:first_pts=0", "-ar", str(SAMPLE_RATE_HZ), "-ac", "2"),
        *("-c:a", "aac", "-b:a", bit_rate, "-movflags", "+faststart", "-f", "mp4", f"file:{destination.absolute()}"),
    ]


def describe_slow_song(source: Path, rate: float, destination: Path) -> list[str]:
    """Return the ffmpeg arguments of the rendition at `rate` of its speed, at the same pitch.

    The short window keeps clicks within 15 ms of their places; the usual one is 31 ms early at half speed.
    """
    arguments = describe_song_aac(source, destination)
    place = arguments.index("-af") + 1
    arguments[place] += f",rubberband=tempo={rate:.6f}:window=short"
    return arguments


def make_slow_song(
    source: Path, rate: float, destination: Path, *, cancelled: Callable[[], bool] | None = None
) -> AacInfo:
    """Encode the song at `rate` of its speed (0.5 is half), pitch kept. Raises as `make_song_aac`."""
    with whole_file(destination) as partial:
        run_ffmpeg(describe_slow_song(source, rate, partial), timeout_s=2 * TIMEOUT_S, cancelled=cancelled)
        return read_aac_info(partial)


def make_song_aac(
    source: Path, destination: Path, *, bit_rate: str = BIT_RATE, cancelled: Callable[[], bool] | None = None
) -> AacInfo:
    """Encode the sound of a song to AAC in an MP4 file.

    Raises:
        UnreadableMediaError, EncodingError, StorageFullError, ProcessTimeoutError, CancelledError
    """
    with whole_file(destination) as partial:
        run_ffmpeg(describe_song_aac(source, partial, bit_rate), timeout_s=TIMEOUT_S, cancelled=cancelled)
        return read_aac_info(partial)


def read_aac_info(path: Path) -> AacInfo:
    """Measure a rendition. Raises UnreadableMediaError."""
    with open_media(path, SONG_MEDIA) as container:
        stream = audio_stream(container)
        first = next((packet.pts for packet in container.demux(stream) if packet.pts is not None), None)
        if first is None:
            raise UnreadableMediaError("This file holds no sound.")
        duration_s = float((stream.duration or 0) * (stream.time_base or 0))
    return AacInfo(duration_s, max(-first, 0), sha256_of(path))
