import math
from pathlib import Path

import pytest

from video_processing.assembly.timeline import Cut, Timeline, TimelineError

CLIP, SONG = Path("clip.mp4"), Path("song.m4a")
CUT = Cut(CLIP, (0.0, 0.5, 1.0), (2.0, 2.4, 2.8))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ((0.0, 0.5), (2.0, 2.4, 2.8)),
        ((0.0,), (2.0,)),
        ((0.0, 0.5, 0.5), (2.0, 2.4, 2.8)),
        ((0.0, 0.5, 1.0), (2.0, 2.9, 2.8)),
        ((0.0, math.nan, 1.0), (2.0, 2.4, 2.8)),
        ((0.0, 0.5, math.inf), (2.0, 2.4, 2.8)),
    ],
    ids=["unequal", "one beat", "standing", "falling", "not a number", "endless"],
)
def test_a_cut_with_impossible_beats_is_refused(source: tuple[float, ...], target: tuple[float, ...]) -> None:
    with pytest.raises(TimelineError):
        Cut(CLIP, source, target)


@pytest.mark.parametrize("start_s", [2.79, 2.82], ids=["overlap", "gap"])
def test_cuts_that_do_not_meet_are_refused(start_s: float) -> None:
    with pytest.raises(TimelineError, match="start where the one before it ends"):
        Timeline(10.0, (CUT, Cut(CLIP, (0.0, 0.5), (start_s, 3.3))), SONG)


@pytest.mark.parametrize("duration_s", [2.7, math.inf, math.nan])
def test_cuts_outside_the_song_are_refused(duration_s: float) -> None:
    with pytest.raises(TimelineError, match="within the song"):
        Timeline(duration_s, (CUT,), SONG)


def test_a_timeline_without_cuts_is_refused() -> None:
    with pytest.raises(TimelineError):
        Timeline(10.0, (), SONG)
