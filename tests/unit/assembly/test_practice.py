from pathlib import Path

import pytest

from video_processing.assembly.practice import excerpt, slowed
from video_processing.assembly.timeline import Chapter, Cut, Timeline, TimelineError

A, B, SONG, SLOW = Path("a.mp4"), Path("b.mp4"), Path("song.m4a"), Path("slow.m4a")
CAPTIONS = "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\n1\n\n00:00:02.500 --> 00:00:03.000\n5 & 6\n"
TIMELINE = Timeline(
    duration_s=6.0,
    cuts=(Cut(A, (0.0, 0.4, 0.8), (1.0, 1.5, 2.0)), Cut(B, (5.0, 5.6, 6.2, 6.8), (2.0, 2.5, 3.0, 3.5))),
    song_aac=SONG,
    chapters=(Chapter("Básico", 1.0, 2.0), Chapter("Vuelta", 2.0, 3.5)),
    captions=CAPTIONS,
)


def test_an_excerpt_is_widened_to_beats_and_counts_from_its_own_start() -> None:
    assert excerpt(TIMELINE, 1.7, 2.9) == Timeline(
        duration_s=1.5,
        cuts=(Cut(A, (0.4, 0.8), (0.0, 0.5)), Cut(B, (5.0, 5.6, 6.2), (0.5, 1.0, 1.5))),
        song_aac=SONG,
        chapters=(Chapter("Básico", 0.0, 0.5), Chapter("Vuelta", 0.5, 1.5)),
        captions="WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n1\n\n00:00:01.000 --> 00:00:01.500\n5 &amp; 6\n",
        song_start_s=1.5,
    )


def test_an_excerpt_of_one_move_is_that_move() -> None:
    assert [cut.mezzanine for cut in excerpt(TIMELINE, 2.0, 3.5).cuts] == [B]


def test_an_excerpt_of_an_excerpt_finds_its_place_in_the_song() -> None:
    assert excerpt(excerpt(TIMELINE, 1.5, 3.5), 0.5, 1.0).song_start_s == 2.0


def test_a_part_without_dance_is_refused() -> None:
    with pytest.raises(TimelineError, match="Nothing is danced"):
        excerpt(TIMELINE, 4.0, 5.0)


def test_at_half_speed_every_time_is_doubled() -> None:
    assert slowed(TIMELINE, 0.5, SLOW) == Timeline(
        duration_s=12.0,
        cuts=(Cut(A, (0.0, 0.4, 0.8), (2.0, 3.0, 4.0)), Cut(B, (5.0, 5.6, 6.2, 6.8), (4.0, 5.0, 6.0, 7.0))),
        song_aac=SLOW,
        chapters=(Chapter("Básico", 2.0, 4.0), Chapter("Vuelta", 4.0, 7.0)),
        captions="WEBVTT\n\n00:00:02.000 --> 00:00:05.000\n1\n\n00:00:05.000 --> 00:00:06.000\n5 &amp; 6\n",
    )


@pytest.mark.parametrize("rate", [0.4, 1.1])
def test_other_speeds_are_refused(rate: float) -> None:
    with pytest.raises(TimelineError):
        slowed(TIMELINE, rate, SLOW)
