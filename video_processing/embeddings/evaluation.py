"""How alike the neighbours in a modality are: precision of the nearest, within and across filming days, by chance."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]

NEIGHBOURS = 5
SHARED_WORDS = 1 / 3
"""Names that share a third of their words (Jaccard) name related moves."""


@dataclass(frozen=True)
class Precision:
    """Mean share of relevant moves among the five nearest, and what a random choice would reach. NaN: none eligible."""

    found: float
    chance: float
    n_moves: int
    """Moves with at least one eligible neighbour."""


def precision_at_5(similarity: FloatArray, relevant: BoolArray, eligible: BoolArray) -> Precision:
    """Return the precision of the five most similar eligible moves of each move.

    All are (n, n); a move is never its own neighbour. Moves with fewer than five eligible neighbours use all of them.
    """
    eligible = eligible & ~np.eye(len(similarity), dtype=np.bool_)
    found, chance = [], []
    for row in np.flatnonzero(eligible.any(axis=1)):
        candidates = np.flatnonzero(eligible[row])
        nearest = candidates[np.argsort(-similarity[row, candidates], kind="stable")[:NEIGHBOURS]]
        found.append(relevant[row, nearest].mean())
        chance.append(relevant[row, candidates].mean())
    if not found:
        return Precision(float("nan"), float("nan"), 0)
    return Precision(float(np.mean(found)), float(np.mean(chance)), len(found))


def evaluate_similarity(similarity: FloatArray, relevant: BoolArray, filming_days: list[str]) -> dict[str, Precision]:
    """Return the precision over `all` moves, and with neighbours `within` and `across` filming days only.

    An empty filming day is unknown: such moves count in `all` alone.
    """
    days = np.array(filming_days)
    known = (days != "")[:, None] & (days != "")[None, :]
    same_day = days[:, None] == days[None, :]
    return {
        "all": precision_at_5(similarity, relevant, np.ones_like(relevant)),
        "within": precision_at_5(similarity, relevant, known & same_day),
        "across": precision_at_5(similarity, relevant, known & ~same_day),
    }


def same_category(categories: list[str]) -> BoolArray:
    """Return (n, n): whether two moves are of one category."""
    names = np.array(categories)
    return np.asarray(names[:, None] == names[None, :])


def shared_name_words(names: list[str]) -> BoolArray:
    """Return (n, n): whether the words of two names overlap by at least a third (Jaccard)."""
    words = [{word.strip("0123456789") for word in name.lower().replace("-", "_").split("_")} - {""} for name in names]
    return np.array([[_jaccard(one, other) >= SHARED_WORDS for other in words] for one in words], dtype=np.bool_)


def cosine_similarity(vectors: FloatArray) -> FloatArray:
    """Return the inner products (n, n) of unit vectors (n, d)."""
    return np.asarray(vectors @ vectors.T)


def standardised(similarity: FloatArray) -> FloatArray:
    """Return similarities with mean 0 and sd 1 off the diagonal: modalities of different spread can be added."""
    others = similarity[~np.eye(len(similarity), dtype=np.bool_)]
    sd = float(others.std()) if len(others) else 0.0
    return np.asarray((similarity - others.mean()) / sd if sd > 0 else np.zeros_like(similarity))


def pose_similarity(lead: FloatArray, follow: FloatArray, interaction: FloatArray) -> FloatArray:
    """Return the mean of the three pose modalities' similarities (n, n), from unit vectors (n, d) of each."""
    return np.asarray(np.mean([cosine_similarity(vectors) for vectors in (lead, follow, interaction)], axis=0))


def _jaccard(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0
