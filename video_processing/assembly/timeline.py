"""What is to be assembled: pieces of mezzanines on the beats of a song. Files are given as paths; keys end here."""

import math
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from common.errors import InternalError

SEAM_TOLERANCE_S = 0.001


class TimelineError(InternalError):
    """The plan cannot be assembled as it stands."""

    code = "timeline_invalid"


@dataclass(frozen=True)
class Cut:
    """Beats of a clip laid onto as many beats of the song."""

    mezzanine: Path
    source_beats_s: tuple[float, ...]
    """The n + 1 beats of the clip that bound the n beats danced, rising."""
    target_beats_s: tuple[float, ...]
    """The song's n + 1 beats for them, rising; inside a beat time runs evenly."""
    clip: Path | None = None
    """The clip that the mezzanine was made from: high quality encodes from it."""

    def __post_init__(self) -> None:
        if len(self.source_beats_s) != len(self.target_beats_s) or len(self.source_beats_s) < 2:
            raise TimelineError("A cut needs as many beats of the clip as of the song, and at least two of each.")
        for beats_s in (self.source_beats_s, self.target_beats_s):
            if not all(map(math.isfinite, beats_s)) or any(late <= early for early, late in pairwise(beats_s)):
                raise TimelineError("The beats of a cut must rise.")


@dataclass(frozen=True)
class Chapter:
    """A named stretch of the video, such as a move or a section."""

    title: str
    start_s: float
    end_s: float


@dataclass(frozen=True)
class Timeline:
    """A whole video. Cuts follow one another without gaps; before the first and after the last its clip runs on."""

    duration_s: float
    """The length of the song, or of the part that is wanted."""
    cuts: tuple[Cut, ...]
    song_aac: Path
    """Made by `video_processing.media.rendition.make_song_aac`."""
    chapters: tuple[Chapter, ...] = ()
    captions: str | None = None
    """WebVTT."""
    song_start_s: float = 0.0
    """Where in the song the video begins."""

    def __post_init__(self) -> None:
        if not self.cuts:
            raise TimelineError("There is nothing to assemble.")
        for early, late in pairwise(self.cuts):
            if abs(late.target_beats_s[0] - early.target_beats_s[-1]) > SEAM_TOLERANCE_S:
                raise TimelineError("Each cut must start where the one before it ends.")
        first_s, last_s = self.cuts[0].target_beats_s[0], self.cuts[-1].target_beats_s[-1]
        if first_s < 0 or not last_s <= self.duration_s < math.inf or not 0 <= self.song_start_s < math.inf:
            raise TimelineError("The cuts must lie within the song.")
