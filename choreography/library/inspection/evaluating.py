"""How alike the nearest moves are in each modality: whether the embeddings of a library mean something."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

import numpy as np
from numpy.typing import NDArray

from ai_services.search.fusion import WEIGHTS, Part
from choreography.library.importing.deriving import role_evidence
from choreography.models import Move, MoveStatus
from common.errors import InputError
from video_processing.couple.filming_days import days_by_clothes
from video_processing.embeddings.evaluation import (
    Precision,
    cosine_similarity,
    evaluate_similarity,
    pose_similarity,
    same_category,
    shared_name_words,
    standardised,
)

FloatArray = NDArray[np.float64]
FEWEST_MOVES = 3


class TooFewMovesToCompareError(InputError):
    """A library of fewer than three moves has no neighbours to look at."""

    code = "too_few_moves"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


@dataclass(frozen=True)
class Evaluation:
    """Precision among the five nearest, by what counts as alike, modality and filming days."""

    library: str
    moves: int
    filming_days: int
    days_guessed: bool
    """Nobody noted a filming day: clips in which the couple wears the same count as of one."""
    precision: Mapping[str, Mapping[str, Mapping[str, Precision]]]
    """`category` or `name words` -> modality -> `all`, `within` or `across` filming days."""


def evaluate_library(name: str) -> Evaluation:
    """Return how precise the neighbours of a library's published moves are. Raises TooFewMovesToCompareError."""
    published = Move.objects.filter(library=name, status=MoveStatus.PUBLISHED, embedding__isnull=False)
    moves = list(published.select_related("embedding").order_by("id"))
    if len(moves) < FEWEST_MOVES:
        raise TooFewMovesToCompareError
    similarities = _similarities(moves)
    days = [move.filming_day for move in moves]
    days_guessed = not any(days)
    if days_guessed:
        days = days_by_clothes(np.stack([role_evidence(move).appearance for move in moves]))
    alike = {
        "category": same_category([move.category for move in moves]),
        "name words": shared_name_words([PurePosixPath(move.library_path).stem for move in moves]),
    }
    return Evaluation(
        library=name,
        moves=len(moves),
        filming_days=len(set(days) - {""}),
        days_guessed=days_guessed and any(days),
        precision={
            meaning: {
                modality: evaluate_similarity(similarity, relevant, days)
                for modality, similarity in similarities.items()
            }
            for meaning, relevant in alike.items()
        },
    )


def _similarities(moves: list[Move]) -> dict[str, FloatArray]:
    vectors = {
        part: np.array([getattr(move.embedding, part.value) for move in moves], dtype=np.float64) for part in Part
    }
    alone = {part.value: cosine_similarity(vectors[part]) for part in Part}
    pose = {"pose": pose_similarity(vectors[Part.LEAD], vectors[Part.FOLLOW], vectors[Part.INTERACTION])}
    fused = {
        "fused": _fused(alone, {part.value: WEIGHTS[part] for part in Part}),
        "fused without text": _fused(alone, {part.value: WEIGHTS[part] for part in Part if part is not Part.TEXT}),
    }
    first = {name: alone[name] for name in ("lead", "follow", "interaction")}
    return first | pose | {name: alone[name] for name in ("audio", "text")} | fused


def _fused(alone: Mapping[str, FloatArray], weights: Mapping[str, float]) -> FloatArray:
    """Return the similarity that search goes by: the weighted sum of z-scores."""
    return np.asarray(sum(weight * standardised(alone[name]) for name, weight in weights.items()))
