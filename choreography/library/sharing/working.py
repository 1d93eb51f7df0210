"""What a worker does for one task of a run: import, remake, correct, or normalise. Each ends the task as it stores."""

from collections.abc import Callable
from contextlib import ExitStack

from choreography.library.curation import correcting
from choreography.library.curation.corrections import with_corrections
from choreography.library.importing.annotations import ClipAnnotation
from choreography.library.importing.discovery import ClipFile
from choreography.library.importing.ingesting import ingest_clip_file
from choreography.library.importing.normalising import normalise_library
from choreography.library.importing.storing import sentence_of, store_clip
from choreography.library.sharing.claims import LibraryClaim
from choreography.models import AnalysisQuality, LibraryTask, LibraryTaskKind, Move
from choreography.search.sentences import sentence_vectors
from common import storage
from common.errors import InternalError
from common.faults import inject
from common.scratch import scratch_folder


def work_on_task(claim: LibraryClaim) -> None:
    """Do what a claimed task asks for. Raises what importing and correcting raise, and SupersededError."""
    task = LibraryTask.objects.select_related("run", "move").get(id=claim.task_id)
    WORK[LibraryTaskKind(task.kind)](claim, task)


def _import(claim: LibraryClaim, task: LibraryTask) -> None:
    quality = AnalysisQuality(task.run.quality)
    with ExitStack() as stack:
        directory = stack.enter_context(scratch_folder("ingest"))
        sidecar = stack.enter_context(storage.local_copy(task.sidecar_key)) if task.sidecar_key else None
        clip = ClipFile(
            path=stack.enter_context(storage.local_copy(task.clip_key)),
            library_path=task.library_path,
            annotation=ClipAnnotation.model_validate(task.details),
            sidecar=sidecar,
            clip_sha256=task.clip_sha256,
            annotation_sha256=task.annotation_sha256,
        )
        (clip,) = with_corrections(task.run.library, [clip])
        ingested = ingest_clip_file(directory, clip, quality.rate_hz)
        inject("storing")
        store_clip(
            task.run.library,
            clip,
            ingested,
            sentence_vectors([sentence_of(clip.annotation)])[0],
            prefix=claim.prefix,
            clip_key=task.clip_key,
            in_transaction=lambda move: claim.complete(move, ingested.seconds),
        )


def _reimport(claim: LibraryClaim, task: LibraryTask) -> None:
    correcting.reimport_move(
        _move(task),
        rate_hz=AnalysisQuality(task.run.quality).rate_hz,
        prefix=claim.prefix,
        in_transaction=claim.complete,
    )


def _flip_roles(claim: LibraryClaim, task: LibraryTask) -> None:
    correcting.flip_move_roles(_move(task), prefix=claim.prefix, in_transaction=claim.complete)


def _shift(claim: LibraryClaim, task: LibraryTask) -> None:
    offset_ms = float(task.details["av_offset_ms"])
    correcting.shift_move(_move(task), offset_ms, prefix=claim.prefix, in_transaction=claim.complete)


def _derive(claim: LibraryClaim, task: LibraryTask) -> None:
    correcting.derive_move(_move(task), in_transaction=claim.complete)


def _normalise(claim: LibraryClaim, task: LibraryTask) -> None:
    inject("normalising")
    normalise_library(task.run.library)
    claim.complete(None)


def _move(task: LibraryTask) -> Move:
    if task.move is None:
        raise InternalError("The move of this task is gone.")
    return task.move


WORK: dict[LibraryTaskKind, Callable[[LibraryClaim, LibraryTask], None]] = {
    LibraryTaskKind.IMPORT: _import,
    LibraryTaskKind.REIMPORT: _reimport,
    LibraryTaskKind.FLIP_ROLES: _flip_roles,
    LibraryTaskKind.SHIFT: _shift,
    LibraryTaskKind.DERIVE: _derive,
    LibraryTaskKind.NORMALISE: _normalise,
}
