"""Captions and chapters are valid WebVTT and say what a dancer counts."""

import re

from hypothesis import given
from hypothesis import strategies as st

from choreography.blueprint.captions import captions_vtt
from choreography.blueprint.chapters import chapters_vtt
from choreography.blueprint.loading import load_blueprint
from choreography.blueprint.vtt import Cue, document, escaped, timestamp

TIMING = re.compile(r"(\d{2,}:\d\d:\d\d\.\d{3}) --> (\d{2,}:\d\d:\d\d\.\d{3})( \S+)*")
INNER_TIME = re.compile(r"<(\d{2,}:\d\d:\d\d\.\d{3})>")


def cues_of(text: str) -> list[tuple[str, str, str]]:
    header, *blocks = text.removesuffix("\n").split("\n\n")
    assert header == "WEBVTT"
    cues = []
    for block in blocks:
        timing, payload = block.split("\n")
        match = TIMING.fullmatch(timing)
        assert match, timing
        assert match[1] < match[2]
        assert "-->" not in payload
        inner = INNER_TIME.findall(payload)
        assert inner == sorted(set(inner))
        assert all(match[1] < time < match[2] for time in inner)
        cues.append((match[1], match[2], payload))
    assert [cue[0] for cue in cues] == sorted(cue[0] for cue in cues)
    return cues


def test_each_phrase_shows_its_counts_lit_one_by_one(data):
    cues = cues_of(captions_vtt(load_blueprint(data)))

    start, end, line = next(cue for cue in cues if cue[0] == "00:00:05.000" and "tap" in cue[2])
    assert end == "00:00:09.000"
    assert INNER_TIME.sub("", line) == "1 2 3 tap 5 6 7 tap"
    assert INNER_TIME.findall(line)[0] == "00:00:05.500"
    assert start < INNER_TIME.findall(line)[0]


def test_beats_ahead_of_the_first_one_are_a_count_in(data):
    cues = cues_of(captions_vtt(load_blueprint(data)))

    assert INNER_TIME.sub("", cues[0][2]) == "7 tap"
    assert cues[0][0] == "00:00:00.000"


def test_the_name_of_each_move_is_shown_while_it_is_danced(data):
    cues = cues_of(captions_vtt(load_blueprint(data)))

    assert ("00:00:01.000", "00:00:05.000", "Basic &lt;8&gt;") in cues
    assert ("00:00:05.000", "00:00:13.000", "Lady turn &amp; spin") in cues
    assert ("00:00:13.000", "00:00:19.500", "Outro") in cues


def test_a_plan_that_stops_early_has_no_captions_behind_its_end(data):
    data["segments"].pop()

    cues = cues_of(captions_vtt(load_blueprint(data)))

    assert max(end for _, end, _ in cues) == "00:00:13.000"


def test_chapters_are_the_parts_of_the_song_numbered_where_they_return(data):
    cues = cues_of(chapters_vtt(load_blueprint(data)))

    assert [(start, text) for start, _, text in cues] == [
        ("00:00:00.000", "Verse 1"),
        ("00:00:05.000", "Chorus"),
        ("00:00:13.000", "Verse 2"),
    ]


def test_a_song_without_sections_is_one_chapter_with_its_title(data):
    data["sections"] = []

    assert cues_of(chapters_vtt(load_blueprint(data))) == [("00:00:00.000", "00:00:19.500", "A song")]


@given(st.text())
def test_no_text_breaks_out_of_its_cue(text):
    cues_of(document([Cue(1.0, 2.0, "x" + escaped(text.replace("\x00", "")) + "x")]))


@given(st.floats(0, 20_000))
def test_times_keep_their_milliseconds(second):
    hours, minutes, rest = timestamp(second).split(":")

    assert abs(int(hours) * 3600 + int(minutes) * 60 + float(rest) - second) <= 0.0005 + 1e-9
    assert float(rest) < 60
