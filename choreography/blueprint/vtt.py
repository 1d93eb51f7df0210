"""WebVTT text: cues, times and escapes (https://www.w3.org/TR/webvtt1/)."""

from collections.abc import Iterable
from dataclasses import dataclass

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": " ", "\r": " "})


@dataclass(frozen=True)
class Cue:
    """A text shown for a while."""

    start_s: float
    end_s: float
    text: str
    """Cue text: names through `escaped`, times through `timestamp`."""
    settings: str = ""
    """Where it stands on the picture, as WebVTT writes it."""


def timestamp(second: float) -> str:
    """Return `hh:mm:ss.mmm`."""
    milliseconds = round(second * 1000)
    minutes, milliseconds = divmod(milliseconds, 60_000)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{milliseconds / 1000:06.3f}"


def escaped(text: str) -> str:
    """Return `text` as cue text on one line; no markup and no cue arrow survive."""
    return text.translate(_ESCAPES)


def document(cues: Iterable[Cue]) -> str:
    """Return a WebVTT file of the cues that last at least a millisecond, in the order they start."""
    lasting = [cue for cue in cues if timestamp(cue.end_s) > timestamp(cue.start_s)]
    blocks = [_block(cue) for cue in sorted(lasting, key=lambda cue: (cue.start_s, cue.end_s))]
    return "\n\n".join(["WEBVTT", *blocks]) + "\n"


def _block(cue: Cue) -> str:
    times = f"{timestamp(cue.start_s)} --> {timestamp(cue.end_s)} {cue.settings}".rstrip()
    return f"{times}\n{cue.text}"
