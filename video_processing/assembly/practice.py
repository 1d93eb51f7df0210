"""Videos for practice: a part of a choreography, or all of it more slowly. Pure: they are timelines like any other."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from video_processing.assembly.captions import retimed
from video_processing.assembly.timeline import Chapter, Cut, Timeline, TimelineError

BEAT_TOLERANCE_S = 0.01
RATE_RANGE = (0.5, 1.0)


def excerpt(timeline: Timeline, start_s: float, end_s: float) -> Timeline:
    """Return the part of a timeline from `start_s` to `end_s`, widened to whole beats, such as a phrase or a move.

    Raises:
        TimelineError: nothing is danced then.
    """
    cuts = tuple(_danced(timeline.cuts, start_s, end_s))
    if not cuts:
        raise TimelineError("Nothing is danced in this part.")
    first_s, last_s = cuts[0].target_beats_s[0], cuts[-1].target_beats_s[-1]
    return Timeline(
        duration_s=last_s - first_s,
        cuts=tuple(_moved(cut, first_s, 1.0) for cut in cuts),
        song_aac=timeline.song_aac,
        chapters=tuple(_cropped(timeline.chapters, first_s, last_s)),
        captions=retimed(timeline.captions, first_s, last_s - first_s) if timeline.captions else None,
        song_start_s=timeline.song_start_s + first_s,
    )


def slowed(timeline: Timeline, rate: float, slow_song_aac: Path) -> Timeline:
    """Return a timeline at `rate` (0.5 to 1) of its speed, beside the song slowed to that rate.

    Only times change: the same frames are shown for longer. `slow_song_aac` is made by `make_slow_song`.
    """
    if not RATE_RANGE[0] <= rate <= RATE_RANGE[1]:
        raise TimelineError("Practice videos run at half to full speed.")
    return replace(
        timeline,
        duration_s=timeline.duration_s / rate,
        cuts=tuple(_moved(cut, 0.0, rate) for cut in timeline.cuts),
        song_aac=slow_song_aac,
        chapters=tuple(Chapter(c.title, c.start_s / rate, c.end_s / rate) for c in timeline.chapters),
        captions=retimed(timeline.captions, 0.0, timeline.duration_s, rate) if timeline.captions else None,
        song_start_s=timeline.song_start_s / rate,
    )


def _danced(cuts: tuple[Cut, ...], start_s: float, end_s: float) -> Iterator[Cut]:
    for cut in cuts:
        beats = cut.target_beats_s
        first = max((i for i, beat in enumerate(beats) if beat <= start_s + BEAT_TOLERANCE_S), default=0)
        last = min((i for i, beat in enumerate(beats) if beat >= end_s - BEAT_TOLERANCE_S), default=len(beats) - 1)
        if first < last:
            yield replace(
                cut,
                source_beats_s=cut.source_beats_s[first : last + 1],
                target_beats_s=cut.target_beats_s[first : last + 1],
            )


def _moved(cut: Cut, start_s: float, rate: float) -> Cut:
    return replace(cut, target_beats_s=tuple((beat - start_s) / rate for beat in cut.target_beats_s))


def _cropped(chapters: tuple[Chapter, ...], start_s: float, end_s: float) -> Iterator[Chapter]:
    for chapter in chapters:
        begin, end = max(chapter.start_s, start_s), min(chapter.end_s, end_s)
        if begin < end - BEAT_TOLERANCE_S:
            yield Chapter(chapter.title, begin - start_s, end - start_s)
