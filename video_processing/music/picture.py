"""A song as a dancer reads it: above, all of it with sections and energy; below, every count with its sound."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from ai_services.vocabulary import SectionLabel
from common.errors import InternalError
from video_processing.media.whole_file import whole_file
from video_processing.music.decibels import energy_shares
from video_processing.music.grid import SongAnalysis
from video_processing.music.recounting import beat_edges_s, phrase_edges_s
from video_processing.music.score import PHRASES_A_LINE, Cell, lay_out
from video_processing.music.spectra import SAMPLE_RATE_HZ, Float32Array
from video_processing.music.waveform import outline

Picture = NDArray[np.uint8]
Colour = tuple[int, int, int]

WIDTH_PX, MARGIN_PX, CLOCK_PX, CELL_PX = 1600, 32, 56, 46
LINE_PX, WAVE_PX = 92, 40
OVERVIEW_TOP_PX, OVERVIEW_PX = 92, 150
SCORE_TOP_PX, FOOT_PX = 320, 44
SURE_WORDS = {"downbeat": "bar", "count1": "count 1"}
WAVE_LOUD = 0.9
"""Share of a band's half height that the loudest sample takes."""

# Red, green, blue: the tokens of the pages people see; sections are told apart by their names as well.
BACKGROUND, SURFACE, LINE, TEXT, QUIET = (20, 17, 15), (31, 26, 23), (58, 50, 44), (246, 239, 231), (189, 174, 160)
ONE, FIVE, TAP = (255, 93, 77), (46, 196, 182), (255, 183, 3)
COUNT_COLOURS = {1: ONE, 5: FIVE, 4: TAP, 8: TAP}
SECTION_COLOURS: dict[SectionLabel, Colour] = {
    SectionLabel.INTRO: (74, 68, 63),
    SectionLabel.VERSE: (45, 71, 104),
    SectionLabel.CHORUS: (116, 52, 84),
    SectionLabel.MAMBO: (112, 78, 26),
    SectionLabel.OUTRO: (58, 74, 64),
}


class PictureNotWrittenError(InternalError):
    """The picture of the song could not be written as PNG."""

    code = "picture_not_written"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


@dataclass(frozen=True)
class Sheet:
    """A picture being drawn, and what is drawn."""

    picture: Picture
    samples: Float32Array
    """Mono at 22050 Hz, the loudest at 1."""
    song: SongAnalysis

    def section_at(self, time_s: float) -> int:
        """Return the index of the section at a time."""
        starts_s = [section.start_s for section in self.song.sections]
        return max(0, int(np.searchsorted(starts_s, time_s + 1e-6, side="right")) - 1)


def write_picture(samples: Float32Array, song: SongAnalysis, title: str, destination_png: Path) -> None:
    """Write the picture of a song as PNG, whole or not at all. Raises PictureNotWrittenError, StorageFullError."""
    done, png = cv2.imencode(".png", draw_song(samples, song, title)[:, :, ::-1])
    if not done:
        raise PictureNotWrittenError
    with whole_file(destination_png) as partial:
        partial.write_bytes(png.tobytes())


def draw_song(samples: Float32Array, song: SongAnalysis, title: str) -> Picture:
    """Return the picture, shape (height, 1600, 3), red green blue. `samples` is mono at 22050 Hz."""
    cells = lay_out(song.grid)
    height = SCORE_TOP_PX + LINE_PX * (cells[-1].line + 1) + FOOT_PX
    picture = np.empty((height, WIDTH_PX, 3), dtype=np.uint8)
    picture[:] = BACKGROUND
    loudest = float(np.abs(samples).max())
    sheet = Sheet(picture, samples / np.float32(loudest or 1.0), song)
    _draw_head(sheet, title)
    _draw_overview(sheet)
    for cell in cells:
        _draw_cell(sheet, cell)
    _draw_clocks(sheet, cells)
    _draw_phrase_energy(sheet, cells)
    _draw_legend(sheet)
    return picture


def _draw_head(sheet: Sheet, title: str) -> None:
    song = sheet.song
    sure = ", ".join(f"{SURE_WORDS.get(name, name)} {share:.0%}" for name, share in song.grid.confidence.items())
    _write(sheet.picture, title, (MARGIN_PX, 44), TEXT, 30, bold=True)
    facts = f"{song.grid.tempo_bpm:.1f} BPM    {_clock(song.duration_s)}    {len(song.grid.count1_beats)} phrases"
    _write(sheet.picture, f"{facts}    sure of: {sure}" if sure else facts, (MARGIN_PX, 74), QUIET, 18)


def _draw_overview(sheet: Sheet) -> None:
    picture, song = sheet.picture, sheet.song
    top, bottom, width = OVERVIEW_TOP_PX, OVERVIEW_TOP_PX + OVERVIEW_PX, WIDTH_PX - 2 * MARGIN_PX

    def x_of(time_s: float) -> int:
        return MARGIN_PX + round(width * min(time_s / song.duration_s, 1.0))

    for section in song.sections:
        left, right = x_of(section.start_s), x_of(section.end_s)
        picture[top:bottom, left:right] = SECTION_COLOURS[section.label]
        picture[top:bottom, left : left + 1] = BACKGROUND
        _write_within(picture, section.label.label, (left + 6, top + 18), TEXT, 16, right - left - 8)
    _draw_wave(picture, sheet.samples, (MARGIN_PX, top + 24, width, OVERVIEW_PX - 24), QUIET)
    _draw_energy(sheet, x_of, top + 28, bottom - 4)
    for time_s in song.grid.beat_times_s[song.grid.count1_beats]:
        picture[bottom + 2 : bottom + 8, x_of(time_s)] = ONE
    for minute_s in range(0, int(song.duration_s) + 1, 30):
        _write(picture, _clock(minute_s), (min(x_of(minute_s), WIDTH_PX - MARGIN_PX - 34), bottom + 28), QUIET, 16)


def _draw_energy(sheet: Sheet, x_of: Callable[[float], int], top: int, bottom: int) -> None:
    """Draw the loudness of each phrase as a step."""
    shares = energy_shares(sheet.song.phrase_energy_db, sheet.song.phrase_energy_db)
    edges = [x_of(time_s) for time_s in phrase_edges_s(sheet.song.grid)]
    heights = [round(bottom - share * (bottom - top)) for share in shares]
    corners = [(x, y) for left, right, y in zip(edges[:-1], edges[1:], heights, strict=True) for x in (left, right)]
    cv2.polylines(sheet.picture, [np.array(corners, dtype=np.int32)], False, TEXT, 2, cv2.LINE_AA)


def _draw_cell(sheet: Sheet, cell: Cell) -> None:
    picture, song = sheet.picture, sheet.song
    left, top = MARGIN_PX + CLOCK_PX + cell.column * CELL_PX, SCORE_TOP_PX + cell.line * LINE_PX
    start_s, end_s = beat_edges_s(song.grid)[cell.beat : cell.beat + 2]
    silent = cell.beat in song.break_beats
    section = sheet.section_at(start_s)
    label = song.sections[section].label
    picture[top : top + WAVE_PX, left : left + CELL_PX] = BACKGROUND if silent else SECTION_COLOURS[label]
    sound = sheet.samples[max(0, round(start_s * SAMPLE_RATE_HZ)) : round(end_s * SAMPLE_RATE_HZ)]
    _draw_wave(picture, sound, (left, top, CELL_PX, WAVE_PX), QUIET)
    if cell.count in (1, 5):
        picture[top : top + WAVE_PX, left : left + (3 if cell.count == 1 else 2)] = COUNT_COLOURS[cell.count]
    else:
        picture[top + WAVE_PX - 6 : top + WAVE_PX, left] = LINE
    if cell.beat == 0 or section != sheet.section_at(song.grid.beat_times_s[cell.beat - 1]):
        _write(picture, label.label, (left, top - 5), QUIET, 15)
    colour = COUNT_COLOURS.get(cell.count, QUIET)
    _write(picture, str(cell.count), (left + 2, top + WAVE_PX + 18), colour, 18, bold=cell.count in (1, 5))


def _draw_clocks(sheet: Sheet, cells: tuple[Cell, ...]) -> None:
    first = {cell.line: cell for cell in reversed(cells)}
    for line, cell in first.items():
        at_px = (MARGIN_PX, SCORE_TOP_PX + line * LINE_PX + WAVE_PX // 2 + 6)
        _write(sheet.picture, _clock(sheet.song.grid.beat_times_s[cell.beat]), at_px, QUIET, 16)


def _draw_phrase_energy(sheet: Sheet, cells: tuple[Cell, ...]) -> None:
    """Underline each phrase as far as it is loud."""
    shares = energy_shares(sheet.song.phrase_energy_db, sheet.song.phrase_energy_db)
    ends = [*sheet.song.grid.count1_beats[1:], len(sheet.song.grid.beat_times_s)]
    for share, first, end in zip(shares, sheet.song.grid.count1_beats, ends, strict=True):
        cell, length = cells[first], min(int(end - first), 8) * CELL_PX - 8
        left, top = MARGIN_PX + CLOCK_PX + cell.column * CELL_PX, SCORE_TOP_PX + cell.line * LINE_PX + WAVE_PX + 24
        sheet.picture[top : top + 4, left : left + length] = SURFACE
        sheet.picture[top : top + 4, left : left + round(share * length)] = TEXT


def _draw_legend(sheet: Sheet) -> None:
    baseline, left = sheet.picture.shape[0] - 16, MARGIN_PX + CLOCK_PX
    words = (
        ("1", ONE), ("opens a phrase,", QUIET), ("5", FIVE), ("its second half,", QUIET), ("4  8", TAP),
        (f"tap.  {PHRASES_A_LINE} phrases of 8 counts a line; the bar below a phrase is its loudness.", QUIET),
        ("No colour behind the sound: a break. White line above: energy.", QUIET),
    )  # fmt: skip
    for word, colour in words:
        left = _write(sheet.picture, word, (left, baseline), colour, 16, bold=colour != QUIET) + 8


def _draw_wave(picture: Picture, sound: Float32Array, box_px: tuple[int, int, int, int], colour: Colour) -> None:
    left, top, width, height = box_px
    if len(sound) == 0:
        return
    rows = top + (0.5 - 0.5 * WAVE_LOUD * outline(sound, width)[:, ::-1]) * height
    for column, (highest, lowest) in enumerate(rows.round().astype(int)):
        picture[highest : lowest + 1, left + column] = colour


def _write(
    picture: Picture, text: str, at_px: tuple[int, int], colour: Colour, size: int, *, bold: bool = False
) -> int:
    """Write text, its baseline from `at_px`; return where it ends."""
    (end, _), _ = cv2.putText(picture, text, at_px, colour, _font(), size, 700 if bold else 400)
    return int(end)


def _write_within(
    picture: Picture, text: str, at_px: tuple[int, int], colour: Colour, size: int, width_px: int
) -> None:
    """Write as many letters as fit."""
    while text and cv2.getTextSize(picture.shape[1::-1], text, (0, 0), _font(), size, 400)[2] > width_px:
        text = text[:-1]
    if text:
        _write(picture, text, at_px, colour, size)


@cache
def _font() -> cv2.FontFace:
    return cv2.FontFace(str(files("font_source_sans_pro") / "files" / "SourceSansPro-Regular.ttf"))


def _clock(time_s: float) -> str:
    return f"{int(time_s) // 60}:{int(time_s) % 60:02d}"
