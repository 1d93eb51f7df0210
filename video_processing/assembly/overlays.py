"""Counts and names burnt into the picture, described as an Advanced SubStation file for ffmpeg's `ass` filter."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

from video_processing.assembly.timeline import Chapter

FONT, FONT_PACKAGE = "Source Sans Pro", "font_source_sans_pro"
CENTISECONDS = 100

# Sizes and margins for a picture 1080 lines high; white on a dark outline reads on any background.
HEADER = f"""[Script Info]
ScriptType: v4.00+
PlayResX: 1920
PlayResY: 1080
WrapStyle: 2

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, OutlineColour, Bold, Outline, Alignment, MarginL, MarginR, MarginV
Style: count,{FONT},220,&H00FFFFFF,&H20000000,1,6,3,60,80,30
Style: name,{FONT},64,&H00FFFFFF,&H20000000,1,4,7,60,60,48

[Events]
Format: Start, End, Style, Text
"""


class Place(StrEnum):
    """Where a text stands, and how large it is: the styles of the file."""

    COUNT = "count"
    NAME = "name"


@dataclass(frozen=True)
class Overlay:
    """A text in the picture for a while."""

    text: str
    start_s: float
    end_s: float
    place: Place


def count_overlays(beat_times_s: Sequence[float], counts: Sequence[int], end_s: float) -> tuple[Overlay, ...]:
    """Return each count from its beat to the next. Beats ahead of the first move are the count-in."""
    ends = [*beat_times_s[1:], end_s]
    shown = zip(beat_times_s, ends, counts, strict=True)
    return tuple(Overlay(str(count), start, end, Place.COUNT) for start, end, count in shown)


def name_overlays(chapters: Sequence[Chapter]) -> tuple[Overlay, ...]:
    """Return the name of each move while it is danced."""
    return tuple(Overlay(chapter.title, chapter.start_s, chapter.end_s, Place.NAME) for chapter in chapters)


def describe_overlays(overlays: Sequence[Overlay]) -> str:
    """Return the file that draws all overlays."""
    lines = [f"Dialogue: {_clock(o.start_s)},{_clock(o.end_s)},{o.place},{_plain(o.text)}\n" for o in overlays]
    return HEADER + "".join(lines)


def describe_burning(source: Path, script: Path, destination: Path, encoder: Sequence[str]) -> list[str]:
    """Return the ffmpeg arguments that burn a script of overlays into a video; its sound and texts are copied."""
    fonts = Path(str(files(FONT_PACKAGE) / "files"))
    return [
        *("-protocol_whitelist", "file", "-f", "mov", "-i", f"file:{source.absolute()}"),
        *("-map", "0:v:0", "-map", "0:a:0", "-map", "0:s?", "-c", "copy", "-map_chapters", "0"),
        *("-vf", f"ass=filename={_quoted(script)}:fontsdir={_quoted(fonts)}", *encoder),
        *("-movflags", "+faststart", "-f", "mp4", f"file:{destination.absolute()}"),
    ]


def _clock(time_s: float) -> str:
    hundredths = round(time_s * CENTISECONDS)
    minutes, seconds = divmod(hundredths // CENTISECONDS, 60)
    return f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}.{hundredths % CENTISECONDS:02d}"


def _plain(text: str) -> str:
    """Names are words, never commands: braces and backslashes start those."""
    return " ".join(text.translate({ord("{"): "(", ord("}"): ")", ord("\\"): "/"}).split())


def _quoted(path: Path) -> str:
    # Two levels, as ffmpeg-filters describes: the option's value, then the filter graph.
    value = str(path.absolute()).replace("\\", "\\\\").replace("'", "\\'").replace(":", "\\:")
    return "".join(f"\\{c}" if c in "\\'[],;" else c for c in value)
