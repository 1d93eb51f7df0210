"""With other counts the phrases, breaks and borders of sections follow, and the sound stays."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from ai_services.vocabulary import SectionLabel
from video_processing.music.analysis import analyse_song
from video_processing.music.corrections import Correction, CorrectionKind, correct
from video_processing.music.grid import BeatGrid, Section, SongAnalysis
from video_processing.music.loudness import levels_db
from video_processing.music.recounting import phrase_edges_s, recounted

RATE_HZ = 22050
SWAP, LATER, HALVE, DOUBLE = (
    Correction(CorrectionKind.SWAP_ONE_AND_FIVE),
    Correction(CorrectionKind.SHIFT_BEATS, beats=1),
    Correction(CorrectionKind.HALF_TEMPO),
    Correction(CorrectionKind.DOUBLE_TEMPO),
)


@pytest.fixture(scope="module")
def sound(bachata_loop: Callable[..., np.ndarray]) -> np.ndarray:
    """60 s at 120 BPM, the second half 12 dB softer."""
    samples = bachata_loop(120, 60).copy()
    samples[30 * RATE_HZ :] *= 0.25
    return samples


@pytest.fixture(scope="module")
def found(sound: np.ndarray) -> SongAnalysis:
    return analyse_song(sound)


@pytest.fixture
def made(make_grid: Callable[..., BeatGrid]) -> SongAnalysis:
    """64 beats from 0.5 s on, two a second: the first 32 at -20 dB, the others at -10; a break on beats 8 and 9."""
    return SongAnalysis(
        duration_s=33.0,
        grid=make_grid(64),
        sections=(
            Section(SectionLabel.INTRO, 0.0, 16.5, 0.0),
            Section(SectionLabel.CHORUS, 16.5, 20.5, 1.0),
            Section(SectionLabel.OUTRO, 20.5, 33.0, 1.0),
        ),
        phrase_energy_db=np.repeat([-20.0, -10.0], 4),
        beat_level_db=np.repeat([-20.0, -10.0], 32),
        break_beats=np.array([8, 9]),
        audio_embedding=np.eye(128)[0],
        section_embeddings=np.eye(128)[:3],
    )


@pytest.mark.parametrize("correction", [SWAP, LATER, HALVE, DOUBLE], ids=lambda step: step.kind)
def test_levels_of_phrases_are_those_of_the_sound(
    correction: Correction, found: SongAnalysis, sound: np.ndarray
) -> None:
    grid = correct(found.grid, correction)

    song = recounted(found, grid)

    heard_db = levels_db(sound, phrase_edges_s(grid))
    assert len(song.phrase_energy_db) == len(grid.count1_beats)
    # Half a beat is given the level of the whole one; all else is exact to rounding.
    assert song.phrase_energy_db == pytest.approx(heard_db, abs=1.0 if correction is DOUBLE else 0.05)


def test_the_same_counts_change_nothing(made: SongAnalysis) -> None:
    song = recounted(made, made.grid)

    assert [(part.label, part.start_s, part.end_s) for part in song.sections] == [
        (part.label, part.start_s, part.end_s) for part in made.sections
    ]
    assert [part.energy for part in song.sections] == pytest.approx([0.0, 1.0, 1.0])
    assert song.phrase_energy_db == pytest.approx(made.phrase_energy_db)
    assert song.beat_level_db == pytest.approx(made.beat_level_db)
    assert song.break_beats.tolist() == [8, 9]


def test_sections_begin_on_the_new_count_one_and_leave_no_gap(made: SongAnalysis) -> None:
    song = recounted(made, correct(made.grid, LATER))

    assert [part.start_s for part in song.sections] == [0.0, 17.0, 21.0]
    assert [part.end_s for part in song.sections] == [17.0, 21.0, 33.0]
    assert [part.label for part in song.sections] == [SectionLabel.INTRO, SectionLabel.CHORUS, SectionLabel.OUTRO]
    assert song.sections[0].energy < 0.2
    assert song.sections[2].energy == 1.0


def test_all_sections_go_to_the_same_side_when_one_and_five_change_places(made: SongAnalysis) -> None:
    rng = np.random.default_rng(1)
    grid = correct(made.grid, SWAP)
    jittered = made.grid.beat_times_s + rng.normal(0, 0.005, 64)

    song = recounted(made, BeatGrid(120.0, jittered, grid.downbeat_beats, grid.count1_beats))

    assert [part.start_s for part in song.sections] == [0.0, jittered[28], jittered[36]]


def test_a_section_of_which_nothing_is_left_goes_with_its_embedding(made: SongAnalysis) -> None:
    song = recounted(made, correct(correct(replace(made.grid, tempo_bpm=180.0), HALVE), HALVE))

    assert [part.label for part in song.sections] == [SectionLabel.INTRO, SectionLabel.OUTRO]
    assert song.section_embeddings.argmax(axis=1).tolist() == [0, 2]
    assert song.sections[0].end_s == song.sections[1].start_s == 16.5


def test_a_break_lasts_as_long_at_another_tempo(made: SongAnalysis) -> None:
    assert recounted(made, correct(made.grid, DOUBLE)).break_beats.tolist() == [16, 17, 18, 19]
    assert recounted(made, correct(made.grid, HALVE)).break_beats.tolist() == [4]
    assert recounted(made, correct(made.grid, LATER)).break_beats.tolist() == [8, 9]
