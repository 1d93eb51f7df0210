"""What a person says about the counts holds: in plans, after a new analysis, and until they undo it."""

import threading
from typing import Any

import numpy as np
import pytest
from django.db import connection
from rest_framework.test import APIClient

from choreography.models import Song
from choreography.planning.slots import slots_of
from choreography.songs import analysis as songs_analysis
from choreography.songs.analysis import analysis_of
from choreography.songs.corrections import (
    HISTORY_MAX,
    HOLDING_MAX,
    NothingToUndoError,
    SongNotAnalysedError,
    clear_corrections,
    correct_song,
    sections_of,
    undo_correction,
)
from choreography.songs.importing import import_song
from tests.factories import make_song
from tests.integration.songs.conftest import Write
from video_processing.music.corrections import Correction, CorrectionError, CorrectionKind, correct
from video_processing.music.serialization import analysis_to_dict

SWAP = Correction(CorrectionKind.SWAP_ONE_AND_FIVE)
LATER = Correction(CorrectionKind.SHIFT_BEATS, beats=1)
HALVE = Correction(CorrectionKind.HALF_TEMPO)
INSERT = Correction(CorrectionKind.INSERT_HALF_PHRASE, time_s=16.4)


def count1_s(song: Song) -> list[float]:
    grid = analysis_of(Song.objects.get(id=song.id)).grid
    return grid.beat_times_s[grid.count1_beats].tolist()


@pytest.mark.parametrize("correction", [SWAP, LATER, HALVE, INSERT], ids=lambda step: step.kind)
def test_a_correction_is_what_everything_reads(song: Song, correction: Correction) -> None:
    before = analysis_of(song)

    given = correct_song(song, correction)

    read = analysis_of(Song.objects.get(id=song.id))
    wanted = correct(before.grid, correction)
    assert read.grid.count1_beats.tolist() == given.grid.count1_beats.tolist() == wanted.count1_beats.tolist()
    assert read.grid.count1_beats.tolist() != before.grid.count1_beats.tolist()
    assert len(read.phrase_energy_db) == len(read.grid.count1_beats)
    assert {part.start_s for part in read.sections[1:]} <= set(read.grid.beat_times_s[read.grid.count1_beats])
    assert Song.objects.get(id=song.id).tempo_bpm == pytest.approx(wanted.tempo_bpm)
    assert sections_of(song) == read.sections


def test_moves_begin_on_the_corrected_count_one(song: Song) -> None:
    before = slots_of(analysis_of(song))

    correct_song(song, LATER)

    after = slots_of(analysis_of(song))
    assert after[0].first_beat % 8 == (before[0].first_beat + 1) % 8
    ones = [slot.first_beat % 8 for slot in after if slot.count == 1]
    assert set(ones) == {after[0].first_beat % 8}
    assert all((slot.first_beat - after[0].first_beat) % 8 == slot.count - 1 for slot in after)


def test_what_the_analyser_found_stays_as_it_was(song: Song) -> None:
    found = dict(song.analysis or {})

    correct_song(song, SWAP)

    assert Song.objects.get(id=song.id).analysis == found


def test_a_correction_survives_an_analysis_that_disagrees(song: Song, monkeypatch: pytest.MonkeyPatch) -> None:
    correct_song(song, SWAP)
    wanted_s = count1_s(song)
    analyse = songs_analysis.analyse_song

    def another_opinion(samples: np.ndarray) -> object:
        # A newer analyser finds count 1 two beats later, and each beat 4 ms later.
        found = analyse(samples)
        grid = correct(found.grid, Correction(CorrectionKind.SHIFT_BEATS, beats=2))
        return songs_analysis.analysis_from_dict(
            analysis_to_dict(found)
            | {
                "grid": {
                    "tempo_bpm": grid.tempo_bpm,
                    "beat_times_s": (grid.beat_times_s + 0.004).tolist(),
                    "downbeat_beats": grid.downbeat_beats.tolist(),
                    "count1_beats": grid.count1_beats.tolist(),
                    "confidence": {},
                },
                "phrase_energy_db": [-20.0] * len(grid.count1_beats),
            }
        )

    monkeypatch.setattr(songs_analysis, "analyse_song", another_opinion)
    Song.objects.update(analyser_version=songs_analysis.ANALYSER_VERSION - 1)

    assert count1_s(song) == pytest.approx([time_s + 0.004 for time_s in wanted_s], abs=1e-3)
    assert Song.objects.get(id=song.id).analyser_version == songs_analysis.ANALYSER_VERSION


def test_a_correction_made_while_the_song_is_analysed_again_holds(song: Song, monkeypatch: pytest.MonkeyPatch) -> None:
    analyse = songs_analysis.analyse_song
    Song.objects.update(analyser_version=songs_analysis.ANALYSER_VERSION - 1)
    stale = Song.objects.get(id=song.id)

    def corrected_meanwhile(samples: np.ndarray) -> object:
        correct_song(Song.objects.get(id=song.id), HALVE)
        return analyse(samples)

    monkeypatch.setattr(songs_analysis, "analyse_song", corrected_meanwhile)

    assert analysis_of(stale).grid.tempo_bpm == pytest.approx(60, abs=1)
    assert Song.objects.get(id=song.id).tempo_bpm == pytest.approx(60, abs=1)


def test_corrections_are_undone_one_by_one_and_the_history_keeps_them(song: Song) -> None:
    found_s = count1_s(song)
    correct_song(song, SWAP)
    swapped_s = count1_s(song)
    correct_song(song, LATER)

    undo_correction(song)
    assert count1_s(song) == swapped_s
    undo_correction(song)
    assert count1_s(song) == found_s
    with pytest.raises(NothingToUndoError, match="left to undo"):
        undo_correction(song)

    history = Song.objects.get(id=song.id).corrections
    assert len(history) == 2
    assert all(step["made_at"] <= step["undone_at"] for step in history)


def test_the_tempo_comes_back_when_its_correction_is_undone(song: Song) -> None:
    tempo_bpm = song.tempo_bpm
    correct_song(song, HALVE)
    assert song.tempo_bpm == pytest.approx(60, abs=1)

    undo_correction(song)

    assert song.tempo_bpm == tempo_bpm


def test_clearing_undoes_all(song: Song) -> None:
    found_s = count1_s(song)
    for correction in (SWAP, LATER, INSERT):
        correct_song(song, correction)

    clear_corrections(song)

    assert count1_s(song) == found_s
    assert len(Song.objects.get(id=song.id).corrections) == 3
    with pytest.raises(NothingToUndoError):
        clear_corrections(song)


def test_a_correction_that_does_not_fit_changes_nothing(song: Song) -> None:
    with pytest.raises(CorrectionError, match="no half phrase"):
        correct_song(song, Correction(CorrectionKind.REMOVE_HALF_PHRASE, time_s=10.0))
    correct_song(song, HALVE)
    with pytest.raises(CorrectionError, match="30 beats per minute"):
        correct_song(song, HALVE)

    assert len(Song.objects.get(id=song.id).corrections) == 1


def test_a_history_does_not_grow_for_ever(song: Song) -> None:
    for _ in range(HOLDING_MAX):
        correct_song(song, LATER)
    with pytest.raises(CorrectionError, match="undo some"):
        correct_song(song, LATER)

    step = {"correction": {"kind": "half_tempo"}, "made_at": "2026-01-01", "undone_at": "2026-01-02"}
    Song.objects.filter(id=song.id).update(corrections=[step] * HISTORY_MAX)
    correct_song(song, SWAP)

    history = Song.objects.get(id=song.id).corrections
    assert len(history) == HISTORY_MAX
    assert history[-1]["undone_at"] is None


def test_a_song_without_an_analysis_has_nothing_to_correct(db: None) -> None:
    for analysis in (None, {"grid": "of an older analyser"}):
        song = make_song(analysis=analysis)
        with pytest.raises(SongNotAnalysedError):
            correct_song(song, SWAP)
        assert sections_of(song) == ()


@pytest.mark.django_db(transaction=True)
def test_corrections_of_two_people_at_once_both_hold(transactional_db: None, write_song: Write) -> None:
    song = import_song(write_song())
    barrier = threading.Barrier(2)

    def shift() -> None:
        barrier.wait()
        correct_song(Song.objects.get(id=song.id), LATER)
        connection.close()

    threads = [threading.Thread(target=shift) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    steps = Song.objects.get(id=song.id).corrections
    assert [step["undone_at"] for step in steps] == [None, None]


def test_programs_read_the_corrected_sections_and_tempo(song: Song, as_owner: APIClient) -> None:
    def read() -> dict[str, Any]:
        return as_owner.get("/api/choreography/songs/").json()["results"][0]

    before = read()
    assert [part["start_s"] for part in before["sections"]] == [part.start_s for part in analysis_of(song).sections]

    correct_song(song, HALVE)

    after = read()
    assert after["tempo_bpm"] == pytest.approx(before["tempo_bpm"] / 2)
    assert [part["end_s"] for part in after["sections"]] == [part.end_s for part in sections_of(song)]
    assert after["sections"][0]["label"] == analysis_of(song).sections[0].label.value
