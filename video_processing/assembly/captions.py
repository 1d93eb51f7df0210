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
