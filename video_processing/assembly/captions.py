"""WebVTT captions as samples of an MP4 text track (3GPP timed text)."""

import html
import re
from dataclasses import dataclass

TIMING = re.compile(r"(?:(\d+):)?(\d\d):(\d\d)\.(\d{3})\s+-->\s+(?:(\d+):)?(\d\d):(\d\d)\.(\d{3})")
TAG = re.compile(r"<[^>]*>")
MS_PER_S = 1000


@dataclass(frozen=True)
class Caption:
    """Text shown for a while; an empty text shows nothing."""

    start_ms: int
    end_ms: int
    text: str

    def sample(self) -> bytes:
        """Return the text as the track stores it: its length in two bytes, then UTF-8."""
        encoded = self.text.encode()[:65_535].decode(errors="ignore").encode()
        return len(encoded).to_bytes(2, "big") + encoded


def read_webvtt(text: str) -> list[Caption]:
    """Return the cues of a WebVTT file in order of time, without tags and settings; notes and styles are left out."""
    captions = []
    for block in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = block.strip("\n").split("\n")
        for i, line in enumerate(lines[:2]):
            if timing := TIMING.match(line.strip()):
                words = html.unescape(TAG.sub("", "\n".join(lines[i + 1 :]))).strip()
                captions.append(Caption(_to_ms(timing.groups()[:4]), _to_ms(timing.groups()[4:]), words))
                break
    return sorted(captions, key=lambda caption: caption.start_ms)


def write_webvtt(captions: list[Caption]) -> str:
    """Return captions as a WebVTT file."""
    cues = (f"{_clock(c.start_ms)} --> {_clock(c.end_ms)}\n{html.escape(c.text, quote=False)}\n" for c in captions)
    return "\n".join(["WEBVTT\n", *cues])


def retimed(text: str, start_s: float, duration_s: float, rate: float = 1.0) -> str:
    """Return the WebVTT of the part of `duration_s` from `start_s`, counted from there, then played at `rate`."""
    kept = []
    for caption in read_webvtt(text):
        begin, end = (ms - round(start_s * MS_PER_S) for ms in (caption.start_ms, caption.end_ms))
        begin, end = max(begin, 0), min(end, round(duration_s * MS_PER_S))
        if begin < end:
            kept.append(Caption(round(begin / rate), round(end / rate), caption.text))
    return write_webvtt(kept)


def fill(captions: list[Caption], duration_s: float) -> list[Caption]:
    """Return captions that cover 0 to the end without gap or overlap: a later one ends an earlier one."""
    end_ms = round(duration_s * MS_PER_S)
    ends = [*(late.start_ms for late in captions), end_ms][1:]
    filled, now_ms = [], 0
    for caption, next_ms in zip(captions, ends, strict=True):
        start_ms, stop_ms = max(caption.start_ms, now_ms), min(caption.end_ms, next_ms, end_ms)
        if stop_ms <= start_ms:
            continue
        if start_ms > now_ms:
            filled.append(Caption(now_ms, start_ms, ""))
        filled.append(Caption(start_ms, stop_ms, caption.text))
        now_ms = stop_ms
    return [*filled, Caption(now_ms, end_ms, "")] if now_ms < end_ms else filled


def _to_ms(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, milliseconds = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * MS_PER_S + milliseconds


def _clock(time_ms: int) -> str:
    minutes, rest = divmod(time_ms, 60 * MS_PER_S)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{rest // MS_PER_S:02d}.{rest % MS_PER_S:03d}"
