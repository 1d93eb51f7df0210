"""A contact sheet: one row a move, its couple on counts 1, 3, 5 and 7, lead and follow marked. Curators use it."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from common.errors import InputError, InternalError
from video_processing.media.frames import Crop, read_frames
from video_processing.media.whole_file import whole_file
from video_processing.pose.keypoints import FOLLOW, LEAD, CoupleTrack

Picture = NDArray[np.uint8]
FloatArray = NDArray[np.float64]

SHEET_COUNTS = (1, 3, 5, 7)
TILE_PX = (320, 180)
"""Width and height of a frame on the sheet."""
LABEL_PX = 250
MARGIN_PX = 6
READ_RATE_HZ = 30.0

# Red, green, blue of the pages people see: background, text, quiet text, lead, follow.
BACKGROUND, TEXT, QUIET = (20, 17, 15), (246, 239, 231), (189, 174, 160)
ROLE_COLOURS = {LEAD: (111, 177, 255), FOLLOW: (255, 143, 179)}
ROLE_LETTERS = {LEAD: "L", FOLLOW: "F"}
HEAD_KEYPOINTS = slice(0, 5)
MIN_CONFIDENCE = 0.3


class EmptySheetError(InputError):
    """There is no move to show."""

    code = "empty_contact_sheet"


class SheetNotWrittenError(InternalError):
    """The picture could not be written."""

    code = "contact_sheet_not_written"


@dataclass(frozen=True)
class SheetRow:
    """One move on the sheet."""

    video_path: Path
    title: str
    beat_times_s: FloatArray
    count1_beat: int
    """Index of the beat that is count 1 of the phrase to show."""
    track: CoupleTrack | None = None
    """Where the dancers are; None leaves the roles unmarked."""
    content: Crop | None = None
    """The part of the track's picture that the video shows; None: all of it."""
    subtitle: str = ""
    """A few short lines."""


def make_contact_sheet(rows: Sequence[SheetRow], destination_png: Path) -> None:
    """Write the sheet as a PNG, whole or not at all. A count past the clip's last beat leaves its place empty.

    Raises:
        EmptySheetError: no rows.
        UnreadableMediaError: a clip cannot be decoded.
    """
    if not rows:
        raise EmptySheetError("There is no move to put on a contact sheet.")
    sheet = np.concatenate([_row_picture(row) for row in rows])
    done, png = cv2.imencode(".png", sheet[:, :, ::-1])
    if not done:
        raise SheetNotWrittenError("The contact sheet could not be written as PNG.")
    with whole_file(destination_png) as partial:
        partial.write_bytes(png.tobytes())


def count_times_s(row: SheetRow) -> dict[int, float]:
    """Return the time of each count of the sheet that the clip has."""
    beats = {count: row.count1_beat + count - 1 for count in SHEET_COUNTS}
    return {count: float(row.beat_times_s[beat]) for count, beat in beats.items() if beat < len(row.beat_times_s)}


def _row_picture(row: SheetRow) -> Picture:
    width, height = TILE_PX
    strip = np.empty((height + MARGIN_PX, LABEL_PX + len(SHEET_COUNTS) * (width + MARGIN_PX), 3), np.uint8)
    strip[:] = BACKGROUND
    _write(strip, row.title, (12, 40), TEXT, 0.55)
    for number, line in enumerate(row.subtitle.splitlines()):
        _write(strip, line, (12, 66 + 22 * number), QUIET, 0.42)
    times = count_times_s(row)
    for count, tile in zip(times, _tiles(row, list(times.values())), strict=False):
        left = LABEL_PX + SHEET_COUNTS.index(count) * (width + MARGIN_PX)
        if row.track is not None:
            _mark_roles(tile, row.track, row.content, times[count])
        _write(tile, str(count), (8, 26), TEXT, 0.8)
        strip[:height, left : left + width] = tile
    return strip


def _tiles(row: SheetRow, times_s: list[float]) -> list[Picture]:
    """Return the first frame at or after each time; fewer when the clip ends before."""
    tiles: list[Picture] = []
    for frame in read_frames(row.video_path, READ_RATE_HZ):
        while len(tiles) < len(times_s) and frame.time_s >= times_s[len(tiles)] - 0.5 / READ_RATE_HZ:
            tiles.append(_fitted(frame.rgb))
        if len(tiles) == len(times_s):
            break
    return tiles


def _fit(width_px: int, height_px: int) -> tuple[float, int, int]:
    """Return scale, left and top that put a picture in the middle of a tile."""
    scale = min(TILE_PX[0] / width_px, TILE_PX[1] / height_px)
    return scale, int((TILE_PX[0] - width_px * scale) / 2), int((TILE_PX[1] - height_px * scale) / 2)


def _fitted(rgb: Picture) -> Picture:
    height, width = rgb.shape[:2]
    scale, left, top = _fit(width, height)
    small = cv2.resize(rgb, (max(1, int(width * scale)), max(1, int(height * scale))), interpolation=cv2.INTER_AREA)
    tile = np.zeros((TILE_PX[1], TILE_PX[0], 3), np.uint8)
    tile[top : top + small.shape[0], left : left + small.shape[1]] = small
    return tile


def _mark_roles(tile: Picture, track: CoupleTrack, content: Crop | None, time_s: float) -> None:
    if len(track.times_s) == 0:
        return
    frame = int(np.argmin(np.abs(track.times_s - time_s)))
    shown = content or Crop(0, 0, track.width_px, track.height_px)
    scale, left, top = _fit(shown.width_px, shown.height_px)
    for role, letter in ROLE_LETTERS.items():
        head = track.keypoints_px[role, frame, HEAD_KEYPOINTS]
        seen = head[np.isfinite(head[:, 0]) & (head[:, 2] >= MIN_CONFIDENCE)]
        if len(seen) == 0:
            continue
        x = left + scale * (seen[:, 0].mean() - shown.x_px)
        y = top + scale * (seen[:, 1].min() - shown.y_px) - 20
        centre = (int(np.clip(x, 9, TILE_PX[0] - 9)), int(np.clip(y, 9, TILE_PX[1] - 9)))
        cv2.circle(tile, centre, 8, ROLE_COLOURS[role], -1, cv2.LINE_AA)
        _write(tile, letter, (centre[0] - 4, centre[1] + 5), BACKGROUND, 0.42)


def _write(picture: Picture, text: str, at_px: tuple[int, int], colour: tuple[int, int, int], size: float) -> None:
    """Write text in the built-in font, which has no accents: letters lose theirs rather than turn into signs."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    cv2.putText(picture, plain, at_px, cv2.FONT_HERSHEY_SIMPLEX, size, colour, 1, cv2.LINE_AA)
