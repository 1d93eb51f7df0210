"""The scale of each of the five vectors over the library: fitted once a state, kept beside it for all processes."""

from collections.abc import Iterable
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from ai_services.search.fusion import SIZES, WEIGHTS, Fusion, Part, fit_fusion
from choreography import selectors
from choreography.models import LibraryState
from choreography.search.state import State

Vectors = dict[Part, NDArray[np.float64]]
CHUNK = 500


def read_vectors() -> tuple[list[UUID], Vectors]:
    """Return the ids of all moves that are danced, whoever owns them, and their vectors row by row."""
    rows = selectors.danced_moves().order_by("id").values_list("id", *(f"embedding__{part}" for part in Part))
    ids: list[UUID] = []
    columns: dict[Part, list[NDArray[np.float32]]] = {part: [] for part in Part}
    for move_id, *vectors in rows.iterator(chunk_size=CHUNK):
        ids.append(move_id)
        for part, vector in zip(Part, vectors, strict=True):
            columns[part].append(np.asarray(vector, dtype=np.float32))
    return ids, {part: _stacked(columns[part], SIZES[part]) for part in Part}


def scales_of(state: State, vectors: Vectors | None = None) -> Fusion:
    """Return the fusion of a state of the library, read from the database or fitted and kept there.

    `vectors` saves reading them where they are at hand.
    """
    row = LibraryState.objects.filter(name=state.library).values_list("fusion", flat=True).first()
    if row and row.get("state") == state.key:
        return _fusion(row["means"], row["sds"])
    fusion = fit_fusion(read_vectors()[1] if vectors is None else vectors)
    told = {
        "state": state.key,
        "means": {part.value: fusion.means[part] for part in Part},
        "sds": {part.value: fusion.sds[part] for part in Part},
    }
    LibraryState.objects.filter(name=state.library).update(fusion=told)
    return fusion


def _fusion(means: dict[str, float], sds: dict[str, float]) -> Fusion:
    return Fusion(
        means={part: means[part.value] for part in Part},
        sds={part: sds[part.value] for part in Part},
        weights=dict(WEIGHTS),
    )


def _stacked(rows: Iterable[NDArray[np.float32]], size: int) -> NDArray[np.float64]:
    return np.array(list(rows), dtype=np.float64).reshape(-1, size)
