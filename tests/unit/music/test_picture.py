"""The picture puts each count in its column, each section in its colour, and each break in the dark."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from ai_services.vocabulary import SectionLabel
from video_processing.music.grid import BeatGrid, Section, SongAnalysis
from video_processing.music.picture import (
    BACKGROUND,
    CELL_PX,
    CLOCK_PX,
    FIVE,
    LINE_PX,
    MARGIN_PX,
    ONE,
    OVERVIEW_PX,
    OVERVIEW_TOP_PX,
    SCORE_TOP_PX,
    SECTION_COLOURS,
    TEXT,
    WIDTH_PX,
    draw_song,
)
from video_processing.music.score import lay_out

QUIET_SOUND = np.zeros(33 * 22050, dtype=np.float32)
"""Its outline is one line in the middle, so that the colours behind it show."""


@pytest.fixture
def song(make_grid: Callable[..., BeatGrid]) -> SongAnalysis:
    """64 beats, two a second from 0.5 s on; verse and chorus; a break on beats 18 and 19."""
    return SongAnalysis(
        duration_s=33.0,
        grid=make_grid(64),
        sections=(Section(SectionLabel.VERSE, 0.0, 16.5, 0.0), Section(SectionLabel.CHORUS, 16.5, 33.0, 1.0)),
        phrase_energy_db=np.repeat([-20.0, -10.0], 4),
        beat_level_db=np.repeat([-20.0, -10.0], 32),
        break_beats=np.array([18, 19]),
        audio_embedding=np.eye(128)[0],
        section_embeddings=np.eye(128)[:2],
    )


def cell_pixel(picture: np.ndarray, line: int, column: int, dx: int = CELL_PX // 2) -> tuple[int, ...]:
    x, y = MARGIN_PX + CLOCK_PX + column * CELL_PX + dx, SCORE_TOP_PX + line * LINE_PX + 5
    return tuple(int(value) for value in picture[y, x])


def test_count_one_and_five_stand_out_in_every_line(song: SongAnalysis) -> None:
    picture = draw_song(QUIET_SOUND, song, "Luna")

    assert picture.shape == (SCORE_TOP_PX + 2 * LINE_PX + 44, WIDTH_PX, 3)
    for line in (0, 1):
        assert [cell_pixel(picture, line, column, 1) for column in (0, 8, 16, 24)] == [ONE] * 4
        assert [cell_pixel(picture, line, column, 1) for column in (4, 12, 20, 28)] == [FIVE] * 4


def test_sections_have_their_colours_above_and_below_and_breaks_none(song: SongAnalysis) -> None:
    picture = draw_song(QUIET_SOUND, song, "Luna")

    assert cell_pixel(picture, 0, 5) == SECTION_COLOURS[SectionLabel.VERSE]
    assert cell_pixel(picture, 1, 5) == SECTION_COLOURS[SectionLabel.CHORUS]
    assert cell_pixel(picture, 0, 18) == cell_pixel(picture, 0, 19) == BACKGROUND
    overview = picture[OVERVIEW_TOP_PX + 4]
    assert tuple(overview[WIDTH_PX // 4]) == SECTION_COLOURS[SectionLabel.VERSE]
    assert tuple(overview[3 * WIDTH_PX // 4]) == SECTION_COLOURS[SectionLabel.CHORUS]


def test_energy_rises_with_the_loud_half(song: SongAnalysis) -> None:
    band = draw_song(QUIET_SOUND, song, "Luna")[OVERVIEW_TOP_PX : OVERVIEW_TOP_PX + OVERVIEW_PX]
    height_of = {x: int(np.flatnonzero((band[24:, x] == TEXT).all(axis=1))[0]) for x in (WIDTH_PX // 4, WIDTH_PX - 80)}

    assert height_of[WIDTH_PX // 4] > height_of[WIDTH_PX - 80] + 80


def test_a_half_phrase_leaves_its_second_half_empty_and_the_next_phrase_starts_a_column(
    make_grid: Callable[..., BeatGrid],
) -> None:
    cells = lay_out(make_grid(28, count1=(0, 8, 12, 20)))

    assert [(cell.line, cell.column) for cell in cells if cell.count == 1] == [(0, 0), (0, 8), (0, 16), (0, 24)]
    assert max(cell.column for cell in cells if 8 <= cell.beat < 12) == 11


def test_beats_ahead_of_the_first_count_one_stand_at_their_own_counts(make_grid: Callable[..., BeatGrid]) -> None:
    cells = lay_out(make_grid(21, count1=(5, 13)))

    assert [cell.column for cell in cells[:6]] == [3, 4, 5, 6, 7, 8]
    assert [cell.count for cell in cells[:6]] == [4, 5, 6, 7, 8, 1]


def test_a_song_without_names_for_its_doubts_or_with_a_long_title_is_drawn(song: SongAnalysis) -> None:
    picture = draw_song(QUIET_SOUND, replace(song, grid=replace(song.grid, confidence={})), "ñ" * 300)

    assert picture.shape[1] == WIDTH_PX
