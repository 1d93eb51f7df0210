"""The five vectors of a move: their sizes, and what makes one unusable."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike

from common.errors import InputError

EMBEDDING_DIMENSIONS = {"lead": 512, "follow": 512, "interaction": 256, "audio": 128, "text": 384}
"""Modality and length of its vector, in the order in which they are fused."""

FUSED_DIMENSION = sum(EMBEDDING_DIMENSIONS.values())

NORM_TOLERANCE = 1e-3
"""Vectors pass through 32-bit floats: their norms are 1 within a part in a million; half floats stay within this."""

LEAST_LIVE_SHARE = 0.05
"""A vector with fewer values that differ from zero says next to nothing and would match everything alike."""


class InvalidEmbeddingError(InputError):
    """A vector cannot be used for search."""

    code = "invalid_embedding"


def embedding_faults(vectors: Mapping[str, ArrayLike]) -> list[str]:
    """Return what is wrong with the five vectors of a move, one sentence each; an empty list is good news."""
    faults = [f"{name}: is missing" for name in EMBEDDING_DIMENSIONS if name not in vectors]
    faults += [f"{name}: is no modality" for name in vectors if name not in EMBEDDING_DIMENSIONS]
    for name, size in EMBEDDING_DIMENSIONS.items():
        if name in vectors:
            fault = _fault(vectors[name], size)
            faults += [f"{name}: {fault}"] if fault else []
    return faults


def check_embeddings(vectors: Mapping[str, ArrayLike]) -> None:
    """Refuse vectors that search cannot use.

    Raises:
        InvalidEmbeddingError: with every reason.
    """
    faults = embedding_faults(vectors)
    if faults:
        raise InvalidEmbeddingError("The embeddings cannot be used. " + "; ".join(faults) + ".")


def _fault(vector: ArrayLike, size: int) -> str | None:
    try:
        values = np.asarray(vector, dtype=np.float64)
    except (TypeError, ValueError):
        return "is not a list of numbers"
    if values.shape != (size,):
        return f"has shape {values.shape} instead of ({size},)"
    if not np.isfinite(values).all():
        return f"has {np.count_nonzero(~np.isfinite(values))} values that are not finite"
    if not values.any():
        return "is all zero"
    norm = float(np.linalg.norm(values))
    if abs(norm - 1.0) > NORM_TOLERANCE:
        return f"has norm {norm:.3f} instead of 1"
    if np.count_nonzero(np.abs(values) > 1e-6) < LEAST_LIVE_SHARE * size or np.ptp(values) < 1e-6:
        return "is degenerate: nearly all its values are the same"
    return None
