"""The usual way, to measure against: normalise each piece, concatenate, encode again with the song.

Used by the benchmark alone. It is given its best case: pieces are stretched as a whole and nothing is blended.
"""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from video_processing.assembly.timeline import Cut, Timeline, TimelineError
from video_processing.media.container import CLIP_MEDIA, SONG_MEDIA
from video_processing.media.ffmpeg import describe_input, run_ffmpeg

ENCODER = ("-c:v", "libx264", "-preset", "fast", "-crf", "23", "-pix_fmt", "yuv420p")
TIMEOUT_S = 3600.0


def describe_normalising(cut: Cut, destination: Path) -> list[str]:
    """Return the ffmpeg arguments that make a 720p piece of 30 frames a second, as long as the song's beats."""
    if cut.clip is None:
        raise TimelineError("A move has no clip of its own.")
    length_s = cut.source_beats_s[-1] - cut.source_beats_s[0]
    stretch = (cut.target_beats_s[-1] - cut.target_beats_s[0]) / length_s
    picture = (
        "scale=1280:720:force_original_aspect_ratio=decrease,pad=1280:720:(ow-iw)/2:(oh-ih)/2,setsar=1,"
        f"setpts=PTS*{stretch:.6f},fps=30"
    )
    return [
        *("-ss", f"{cut.source_beats_s[0]:.6f}", "-t", f"{length_s:.6f}", *describe_input(cut.clip, CLIP_MEDIA)),
        *("-an", "-vf", picture, *ENCODER, f"file:{destination}"),
    ]


def describe_joining(pieces: Path, song: Path, destination: Path) -> list[str]:
    """Return the ffmpeg arguments that concatenate the pieces of a list and encode them with the song."""
    return [
        *("-f", "concat", "-safe", "0", "-i", f"file:{pieces}", *describe_input(song, SONG_MEDIA)),
        *(
            "-map",
            "0:v:0",
            "-map",
            "1:a:0",
            *ENCODER,
            "-c:a",
            "aac",
            "-b:a",
            "192k",
            "-shortest",
            f"file:{destination}",
        ),
    ]


def assemble_the_usual_way(timeline: Timeline, song: Path, destination: Path) -> None:
    """Write the cuts of a timeline as the usual way would. Raises TimelineError, EncodingError."""
    with TemporaryDirectory(prefix="baseline-") as folder:
        pieces: Sequence[Path] = [Path(folder) / f"{number}.mp4" for number in range(len(timeline.cuts))]
        for cut, piece in zip(timeline.cuts, pieces, strict=True):
            run_ffmpeg(describe_normalising(cut, piece), timeout_s=TIMEOUT_S)
        listed = Path(folder) / "pieces.txt"
        listed.write_text("".join(f"file '{piece}'\n" for piece in pieces), encoding="utf-8")
        run_ffmpeg(describe_joining(listed, song, destination), timeout_s=TIMEOUT_S)
