"""A blueprint that is not sound is refused with a sentence, whatever is wrong with it."""

import json
import math
from collections.abc import Callable
from typing import Any

import pytest

from choreography.blueprint.loading import InvalidBlueprintError, dump_blueprint, load_blueprint

Data = dict[str, Any]


def shift_source_beyond_speed(data: Data, factor: float) -> None:
    first = data["segments"][0]
    start_s = first["warp"][0][0]
    first["warp"] = [[start_s + (clip_s - start_s) * factor, song_s] for clip_s, song_s in first["warp"]]
    first["source"]["end_s"] = first["warp"][-1][0]


def change(path: str, value: object) -> Callable[[Data], None]:
    def apply(data: Data) -> None:
        *parents, last = [int(part) if part.isdigit() else part for part in path.split(".")]
        place: Any = data
        for part in parents:
            place = place[part]
        place[last] = value

    return apply


def drop(path: str) -> Callable[[Data], None]:
    def apply(data: Data) -> None:
        del data[path]

    return apply


def off_the_one(data: Data) -> None:
    data["grid"]["count1_beats"] = [beat + 2 for beat in data["grid"]["count1_beats"][:4]]


BROKEN: dict[str, tuple[Callable[[Data], None], str]] = {
    "unknown version": (change("version", 2), "version is unknown"),
    "version as text": (change("version", "1"), "version is unknown"),
    "no version": (drop("version"), "version is unknown"),
    "an extra key": (change("extra", 1), "extra"),
    "an extra key inside": (change("segments.0.path", "x"), "segments, 1, path"),
    "no segments": (change("segments", []), "segments"),
    "501 segments": (lambda data: change("segments", data["segments"] * 167)(data), "segments"),
    "a path for a move": (change("segments.1.move_id", "../../etc/passwd"), "segments, 2, move_id"),
    "a path for a song": (change("song.id", "/tmp/song.mp3"), "song, id"),
    "a path for a clip": (change("segments.0.clip_sha256", "clips/basic.mp4"), "clip_sha256"),
    "NaN": (change("song.duration_s", math.nan), "song, duration_s"),
    "infinity": (change("grid.tempo_bpm", math.inf), "grid, tempo_bpm"),
    "text for a number": (change("grid.tempo_bpm", "120"), "grid, tempo_bpm"),
    "true for a number": (change("segments.0.index", True), "segments, 1, index"),
    "unknown category": (change("segments.0.category", "salsa"), "category"),
    "unknown seam": (change("segments.0.seam.kind", "wipe"), "seam, kind"),
    "odd width": (change("output.width", 1281), "output, width"),
    "end before start": (change("segments.0.target.end_s", 0.5), "ends before it starts"),
    "a section that ends before it starts": (change("sections.0.end_s", 0.0), "ends before it starts"),
    "overlapping sections": (change("sections.1.start_s", 4.0), "sections of the song overlap"),
    "beats that do not rise": (change("grid.beat_times_s.5", 2.0), "must rise in time"),
    "beats after the song": (change("song.duration_s", 5.0), "after the end of the song"),
    "a count 1 after the last beat": (change("grid.count1_beats.4", 37), "after the last beat"),
    "counts 1 that fall": (change("grid.count1_beats.1", 2), "counts 1 must rise"),
    "a wrong index": (change("segments.1.index", 5), "Segment 2: its index is 5"),
    "other beats in clip and song": (change("segments.1.source.beats", 8), "same number of beats"),
    "a short warp": (lambda data: data["segments"][1]["warp"].pop(), "must have 17 pairs"),
    "a warp off the beats": (change("segments.1.warp.3.1", 6.6), "not lie on the beats"),
    "a warp that falls in the clip": (change("segments.1.warp.3.0", 0.5), "must rise"),
    "a start that is not the warp's": (change("segments.1.source.start_s", 0.1), "differ from those of its warp"),
    "speed 100": (lambda data: shift_source_beyond_speed(data, 50.0), "times its speed"),
    "nearly no speed": (lambda data: shift_source_beyond_speed(data, 0.01), "times its speed"),
    "past the last beat": (change("segments.2.target.first_beat", 30), "past the last beat"),
    "a gap": (lambda data: data["segments"].pop(1) and change("segments.1.index", 1)(data), "a gap between segments 1"),
    "off count 1": (off_the_one, "starts on count 7 and must start on count 1 or 5"),
}


def test_a_sound_blueprint_is_read_and_written_back_unchanged(data):
    assert dump_blueprint(load_blueprint(data)) == data
    assert load_blueprint(json.dumps(data)) == load_blueprint(data) == load_blueprint(json.dumps(data).encode())


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_blueprint_is_refused_in_words(data, fault):
    breaks, expected = BROKEN[fault]
    breaks(data)

    with pytest.raises(InvalidBlueprintError) as refusal:
        load_blueprint(data)

    assert expected in str(refusal.value)
    assert str(refusal.value).endswith(".")
    assert "\n" not in str(refusal.value)


def test_an_overlap_is_refused(data, make_segment):
    data["segments"] = [make_segment(0, 2, 16), make_segment(1, 10, 16)]

    with pytest.raises(InvalidBlueprintError, match="an overlap between segments 1 and 2"):
        load_blueprint(data)


@pytest.mark.parametrize("text", ["", "not json", "[]", "null", "[" * 5000, '{"version": 1', b"\xff\xfe"])
def test_what_is_no_blueprint_at_all_is_refused(text):
    with pytest.raises(InvalidBlueprintError):
        load_blueprint(text)


def test_values_that_are_not_json_are_refused():
    with pytest.raises(InvalidBlueprintError, match="not JSON"):
        load_blueprint({"version": object()})


def test_a_huge_text_is_refused_before_it_is_parsed():
    with pytest.raises(InvalidBlueprintError, match="too large"):
        load_blueprint(" " * (5 * 1024 * 1024))
