import itertools

from hypothesis import given
from hypothesis import strategies as st

from video_processing.assembly.captions import Caption, fill, read_webvtt

WEBVTT = """WEBVTT - counts

NOTE made for a test

1
00:01.000 --> 00:01.500 line:90%
<b>1</b> &amp; turn

00:00:02.250 --> 01:00:03.000
two
lines
"""


def test_cues_are_read_without_tags_settings_and_notes() -> None:
    assert read_webvtt(WEBVTT) == [Caption(1_000, 1_500, "1 & turn"), Caption(2_250, 3_603_000, "two\nlines")]


def test_windows_line_ends_are_read_the_same() -> None:
    assert read_webvtt(WEBVTT.replace("\n", "\r\n")) == read_webvtt(WEBVTT)


def test_gaps_are_filled_with_nothing_and_a_later_cue_ends_an_earlier_one() -> None:
    captions = [Caption(1_000, 3_000, "a"), Caption(2_000, 2_500, "b"), Caption(9_000, 11_000, "c")]

    assert fill(captions, 10.0) == [
        Caption(0, 1_000, ""),
        Caption(1_000, 2_000, "a"),
        Caption(2_000, 2_500, "b"),
        Caption(2_500, 9_000, ""),
        Caption(9_000, 10_000, "c"),
    ]


def test_a_sample_is_its_length_and_its_text() -> None:
    assert Caption(0, 1, "año").sample() == b"\x00\x04a\xc3\xb1o"


@given(st.lists(st.tuples(st.integers(0, 20_000), st.integers(0, 5_000)), max_size=20))
def test_filled_captions_cover_the_video_exactly(spans: list[tuple[int, int]]) -> None:
    captions = sorted((Caption(start, start + length, "x") for start, length in spans), key=lambda c: c.start_ms)

    filled = fill(captions, 15.0)

    assert filled[0].start_ms == 0
    assert filled[-1].end_ms == 15_000
    assert all(late.start_ms == early.end_ms for early, late in itertools.pairwise(filled))
    assert all(caption.end_ms > caption.start_ms for caption in filled)
