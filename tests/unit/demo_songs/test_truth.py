import json
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from ai_services.vocabulary import SectionLabel
from video_processing.demo.songs.rendering import render_song
from video_processing.demo.songs.spec import Mix, Part, SongSpec
from video_processing.demo.songs.timeline import beat_times_s, truth_of
from video_processing.demo.songs.truth import SongTruth


def strike_near_s(samples: NDArray[np.float32], rate_hz: int, beat_s: float) -> float:
    """Return when the sound near a beat first passes a third of its height there; 20 ms either side are searched."""
    first = round((beat_s - 0.02) * rate_hz)
    near = np.abs(samples[first : first + round(0.04 * rate_hz)])
    return float(first + np.argmax(near > near.max() / 3)) / rate_hz


@pytest.mark.parametrize("song", ["short_song", "swaying_song"])
def test_the_bongo_strikes_within_two_milliseconds_of_the_true_beats(song: str, request: pytest.FixtureRequest) -> None:
    spec: SongSpec = request.getfixturevalue(song)
    bongo_alone = replace(spec, jitter_s=0.0, mix=Mix(parts=frozenset({Part.BONGO}), percussion_room=0.0))

    rendered = render_song(bongo_alone, stereo=False)

    played = np.setdiff1d(np.arange(len(rendered.truth.beat_times_s)), rendered.truth.break_beats)
    times_s = rendered.truth.beat_times_s[played]
    struck_s = [strike_near_s(rendered.samples, rendered.sample_rate_hz, time_s) for time_s in times_s]
    assert np.abs(struck_s - times_s).max() < 0.002


def test_jitter_moves_the_strokes_and_not_the_truth(short_song: SongSpec) -> None:
    bongo = Mix(parts=frozenset({Part.BONGO}), percussion_room=0.0)

    loose = render_song(replace(short_song, jitter_s=0.006, mix=bongo), stereo=False)

    played = np.setdiff1d(np.arange(len(loose.truth.beat_times_s)), loose.truth.break_beats)
    times_s = loose.truth.beat_times_s[played]
    off_s = np.array([strike_near_s(loose.samples, loose.sample_rate_hz, time_s) for time_s in times_s]) - times_s
    assert 0.004 < off_s.std() < 0.008
    assert np.array_equal(loose.truth.beat_times_s, beat_times_s(replace(short_song, jitter_s=0.0)))


def test_beats_are_even_without_drift_and_hurry_with_it(short_song: SongSpec) -> None:
    steady_s = np.diff(beat_times_s(short_song))
    hurried_s = np.diff(beat_times_s(replace(short_song, drift=0.10)))

    assert steady_s == pytest.approx(0.48)
    assert hurried_s[0] / hurried_s[-1] == pytest.approx(1.10, abs=0.005)


def test_rubato_sways_six_times_by_its_share(short_song: SongSpec) -> None:
    tempo_bpm = 60 / np.diff(beat_times_s(replace(short_song, rubato=0.02)))

    share = tempo_bpm / 125.0 - 1
    hurries = np.flatnonzero(np.diff(np.sign(share[1:])) < 0)
    assert share.max() == pytest.approx(0.02, abs=0.001)
    assert share.min() == pytest.approx(-0.02, abs=0.001)
    assert len(hurries) == 6


def test_a_half_phrase_counts_to_four_and_the_next_beat_is_one(short_song: SongSpec, swaying_song: SongSpec) -> None:
    whole, halved = truth_of(short_song, 1.0), truth_of(swaying_song, 1.0)

    after_chorus = 6 * 8
    assert halved.counts[after_chorus : after_chorus + 12].tolist() == [1, 2, 3, 4, *range(1, 9)]
    assert halved.count1_beats[-3:].tolist() == (whole.count1_beats[-3:] + 4).tolist()
    assert len(halved.beat_times_s) == len(whole.beat_times_s) + 4


def test_the_sections_are_the_form_end_to_end(swaying_song: SongSpec) -> None:
    truth = truth_of(swaying_song, 1.0)

    starts = np.cumsum([0, *(plan.n_beats for plan in swaying_song.form)])
    assert [section.label for section in truth.sections] == list(SectionLabel)
    assert [section.start_s for section in truth.sections] == truth.beat_times_s[starts[:-1]].tolist()
    assert [section.end_s for section in truth.sections] == truth.beat_times_s[starts[1:]].tolist()
    assert np.isin(starts, truth.count1_beats).all()


def test_every_downbeat_is_a_one_or_a_five(swaying_song: SongSpec) -> None:
    truth = truth_of(swaying_song, 1.0)

    assert set(truth.counts[truth.downbeat_beats]) == {1, 5}
    assert set(truth.counts[truth.count1_beats]) == {1}
    assert np.array_equal(truth.grid().counts(), truth.counts)


def test_the_band_is_silent_on_the_break_beats_and_strikes_before_them(short_song: SongSpec) -> None:
    rendered = render_song(short_song, stereo=False)
    truth, rate_hz = rendered.truth, rendered.sample_rate_hz

    def level_db(beat: int) -> float:
        start = round((truth.beat_times_s[beat] - 0.01) * rate_hz)
        stretch = rendered.samples[start : start + round(0.4 * rate_hz)].astype(np.float64)
        return float(10 * np.log10(np.mean(stretch**2)))

    song_db = 10 * np.log10(np.mean(rendered.samples.astype(np.float64) ** 2))
    first, second = truth.break_beats
    assert truth.counts[[first, second]].tolist() == [6, 7]
    assert level_db(first - 1) > song_db - 3
    assert level_db(first) < song_db - 15
    assert level_db(second) < song_db - 25


def test_the_truth_survives_its_json(swaying_song: SongSpec) -> None:
    truth = truth_of(swaying_song, 43.21)

    read = SongTruth.from_json(truth.to_json())

    assert read.to_json() == truth.to_json()
    assert np.abs(read.beat_times_s - truth.beat_times_s).max() < 1e-6
    assert read.sections[2].label is SectionLabel.CHORUS


def test_json_of_something_else_is_refused() -> None:
    with pytest.raises(ValueError, match="song-truth"):
        SongTruth.from_json(json.dumps({"format": "else"}))
