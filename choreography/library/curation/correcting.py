"""What takes a worker's tools to correct in a move: its roles, the place of its counts on its pictures, all of it.

Each changes the move in one transaction, in which `in_transaction` is called with it; the library is not yet
normalised afterwards. `choreography.library.curation.editing` asks for them from any process.
"""

import json
import uuid
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from django.db import InterfaceError, OperationalError, transaction

from choreography.library.curation.corrections import corrections_of
from choreography.library.curation.editing import need_couple
from choreography.library.importing.annotations import ClipAnnotation
from choreography.library.importing.deriving import derive_features, exchange_roles
from choreography.library.importing.discovery import ClipFile
from choreography.library.importing.ingesting import ingest_clip_file
from choreography.library.importing.storing import sentence_of, store_clip
from choreography.library.touching import touch_library
from choreography.models import Move
from choreography.search.sentences import sentence_vectors
from common import storage
from common.scratch import scratch_folder
from video_processing.clip_grid import GridCorrections, corrected_grid, count1_beat, is_danceable
from video_processing.ingest import ANALYSIS_RATE_HZ, NoDanceableBarError, keyframe_beats_s
from video_processing.media.content_crop import find_content
from video_processing.media.probe import probe_clip
from video_processing.mezzanine.making import MezzanineInfo, make_mezzanine
from video_processing.music.grid import BeatGrid
from video_processing.music.serialization import grid_from_dict, grid_to_dict
from video_processing.pose.sidecar import write_sidecar
from video_processing.pose.storage import unpack_track

Then = Callable[[Move], None]
SIDECAR_NAME = "clip.pose.json"


def _nothing(_: Move) -> None:
    """Be content with the change."""


def flip_move_roles(move: Move, *, prefix: str = "", in_transaction: Then = _nothing) -> None:
    """Exchange lead and follow because a person says so; no vote changes it back. Raises NoCoupleToCorrectError."""
    need_couple(move)

    def settle(flipped: Move) -> None:
        touch_library(flipped.library)
        flipped.roles_given, flipped.role_confidence = True, 1.0
        flipped.save(update_fields=("roles_given", "role_confidence"))
        in_transaction(flipped)

    exchange_roles(move, prefix=prefix, in_transaction=settle)


def derive_move(move: Move, *, in_transaction: Then = _nothing) -> None:
    """Make the pose features anew from the kept keypoints, as after a new count 1. Raises NoCoupleToCorrectError."""
    need_couple(move)
    with transaction.atomic():
        touch_library(move.library)
        derive_features(move)
        in_transaction(move)


def shift_move(move: Move, av_offset_ms: float, *, prefix: str = "", in_transaction: Then = _nothing) -> None:
    """Lay the counts on the pictures that are `av_offset_ms` later than the sound.

    The mezzanine is made anew from the kept clip with its keyframes on the new beats (and on the old ones, so that
    plans made before still cut), the features from the kept keypoints. Raises NoDanceableBarError where no phrase of
    the moved counts lies in the pictures, MissingMediaError and the errors of encoding.
    """
    heard, before = grid_from_dict(move.heard_grid or move.grid), grid_from_dict(move.grid)
    grid, _ = _shifted(move, heard, av_offset_ms)
    folder = prefix or move.mezzanine_key.rpartition("/")[0]
    key = f"{folder}/mezzanine-{uuid.uuid4().hex[:8]}.mp4"
    with scratch_folder("mezzanine") as directory:
        made = _mezzanine(move, directory / "mezzanine.mp4", [heard, before, grid])
        storage.publish(directory / "mezzanine.mp4", key, consume=True)
    try:
        with transaction.atomic():
            touch_library(move.library)
            move.refresh_from_db(fields=SAID_MEANWHILE)
            stale = move.mezzanine_key
            grid, corrections = _shifted(move, heard, av_offset_ms)
            move.av_offset_ms, move.count1_beat = av_offset_ms, count1_beat(grid, corrections)
            move.grid, move.tempo_bpm = grid_to_dict(grid), grid.tempo_bpm
            move.mezzanine_key, move.mezzanine_sha256 = key, made.sha256
            move.mezzanine_fingerprint = made.fingerprint
            move.save(update_fields=("av_offset_ms", "count1_beat", "grid", "tempo_bpm", *MEZZANINE_FIELDS))
            if hasattr(move, "embedding"):
                derive_features(move)
            in_transaction(move)
            transaction.on_commit(lambda: storage.delete(stale), robust=True)
    except (OperationalError, InterfaceError):
        raise  # it may count, though the answer was lost: files that no row refers to are the janitor's
    except BaseException:
        storage.delete(key)
        raise


def _shifted(move: Move, heard: BeatGrid, av_offset_ms: float) -> tuple[BeatGrid, GridCorrections]:
    """Return a move's counts as they are with an offset, and what people said of them with it."""
    corrections = replace(corrections_of(move), av_offset_ms=av_offset_ms)
    grid = corrected_grid(heard, corrections, move.duration_s)
    if not is_danceable(grid):
        raise NoDanceableBarError
    return grid, corrections


MEZZANINE_FIELDS = ("mezzanine_key", "mezzanine_sha256", "mezzanine_fingerprint")
SAID_MEANWHILE = ("grid", "count1_beat", "av_offset_ms", "mezzanine_key")
"""What somebody may change while a mezzanine is encoded: where count 1 is, and the offset it is counted with."""


def reimport_move(
    move: Move, *, rate_hz: float = ANALYSIS_RATE_HZ, prefix: str = "", in_transaction: Then = _nothing
) -> None:
    """Make a move anew from its kept clip and its own words, as if it were brought today.

    What people said of it stays: its words, roles, count 1, offset and whether it is held back. Keypoints that came
    with the clip are used again. Raises what importing raises.
    """
    annotation = ClipAnnotation.model_validate(
        {
            "video_path": move.library_path,
            "move_label": move.category,
            "difficulty": move.difficulty,
            "energy_level": move.energy,
            "name": move.name,
            "style": move.style,
            "role_focus": move.role_focus,
            "notes": move.notes,
            "filming_day": move.filming_day,
        }
    )
    with ExitStack() as stack:
        directory = stack.enter_context(scratch_folder("ingest"))
        clip = ClipFile(
            path=stack.enter_context(storage.local_copy(move.clip_key)),
            library_path=move.library_path,
            annotation=annotation,
            sidecar=_kept_sidecar(move, directory),
            clip_sha256=move.clip_sha256,
            annotation_sha256=move.annotation_sha256,
            corrections=corrections_of(move),
        )
        ingested = ingest_clip_file(directory, clip, rate_hz)
        text = sentence_vectors([sentence_of(annotation)])[0]
        store_clip(
            move.library,
            clip,
            ingested,
            text,
            prefix=prefix,
            clip_key=move.clip_key,
            in_transaction=in_transaction,
        )


def _mezzanine(move: Move, destination: Path, grids: list[BeatGrid]) -> MezzanineInfo:
    with storage.local_copy(move.clip_key) as clip:
        info = probe_clip(clip)
        content = find_content(clip, (info.width_px, info.height_px))
        return make_mezzanine(clip, destination, beat_times_s=keyframe_beats_s(*grids), content=content)


def _kept_sidecar(move: Move, directory: Path) -> Path | None:
    if not move.keypoints_given or not move.keypoints_key:
        return None
    path = directory / SIDECAR_NAME
    write_sidecar(path, unpack_track(storage.read_bytes(move.keypoints_key)))
    if not move.roles_given:  # the file that came with the clip did not say who leads
        told = json.loads(path.read_text(encoding="utf-8"))
        told["dancers"] = [{"keypoints_px": dancer["keypoints_px"]} for dancer in told["dancers"]]
        path.write_text(json.dumps(told), encoding="utf-8")
    return path
