"""The search in memory, on made vectors in kinds and filming days: time, and what it finds of what is nearest."""

import numpy as np
from numpy.typing import NDArray

from ai_services.search.faiss_index import FlatIndex, vector_index
from ai_services.search.fusion import SIZES, Fusion, Part, fit_fusion
from scripts.benchmarks.measuring import Clock, Figures

Vectors = dict[Part, NDArray[np.float32]]
KINDS, DAYS, LATENT = 16, 300, 60
OWN_WAY, MEASURED, ASKED = 0.8, 0.08, 0.3
"""How far moves of a kind and day lie apart, what measuring adds in every direction, and how far a query is off."""
K, QUERIES = 50, 20
ASKED_BY = {
    "all": tuple(Part),
    "pose": (Part.LEAD, Part.FOLLOW, Part.INTERACTION),
    "sound": (Part.AUDIO,),
    "words": (Part.TEXT,),
    "sound_and_words": (Part.AUDIO, Part.TEXT),
}


def search(n: int) -> Figures:
    """Return milliseconds of CPU a query and recall@50 against exact search, by what is asked for, of n moves."""
    vectors = made_vectors(n)
    fusion = fit_fusion(vectors)
    moves = fusion.moves(vectors)
    queries = {name: _queries(vectors, fusion, parts) for name, parts in ASKED_BY.items()}
    del vectors
    clock = Clock()
    with clock.timed("build"):
        index = vector_index(moves)
    exact = FlatIndex(moves)
    figures = {"moves": float(n), "build_cpu_seconds": clock.cpu_s["build"]}
    for name, asked in queries.items():
        best = [exact.search(query, K).rows for query in asked]
        index.search(asked[0], K)
        with clock.timed(name):
            found = [index.search(query, K).rows for query in asked]
        recalls = [np.isin(one, other).mean() for one, other in zip(best, found, strict=True)]
        figures[f"{name}_cpu_ms"] = 1000 * clock.cpu_s[name] / len(asked)
        figures[f"{name}_recall"] = float(np.mean(recalls))
    with clock.timed("exact"):
        for query in queries["all"]:
            exact.search(query, K)
    figures["exact_cpu_ms"] = 1000 * clock.cpu_s["exact"] / QUERIES
    return figures


def made_vectors(n: int, seed: int = 0) -> Vectors:
    """Return the five vectors of n moves, each the sum of its kind, its filming day, its own way and of noise."""
    rng = np.random.default_rng(seed)
    kind, day = rng.integers(0, KINDS, n), rng.integers(0, DAYS, n)
    return {part: _part(rng, size, kind, day) for part, size in SIZES.items()}


def _part(rng: np.random.Generator, size: int, kind: NDArray[np.int64], day: NDArray[np.int64]) -> NDArray[np.float32]:
    falling = 1 / np.sqrt(1 + np.arange(LATENT))
    basis = np.linalg.qr(rng.normal(size=(size, LATENT)))[0]
    kinds, days = rng.normal(size=(KINDS, LATENT)) * falling, rng.normal(size=(DAYS, LATENT)) * falling
    own = rng.normal(size=(len(kind), LATENT)) * falling
    latent = kinds[kind] + OWN_WAY * days[day] + OWN_WAY * own
    measured = MEASURED * rng.standard_normal((len(kind), size), dtype=np.float32)
    return np.asarray(latent @ basis.T + measured, dtype=np.float32)


def _queries(vectors: Vectors, fusion: Fusion, parts: tuple[Part, ...]) -> list[NDArray[np.float32]]:
    rng = np.random.default_rng(7)
    rows = rng.integers(0, len(vectors[Part.TEXT]), QUERIES)
    return [fusion.query({part: _near(rng, vectors[part][row]) for part in parts}).vector for row in rows]


def _near(rng: np.random.Generator, vector: NDArray[np.float32]) -> NDArray[np.float64]:
    off = ASKED * np.linalg.norm(vector) / np.sqrt(len(vector))
    return np.asarray(vector + off * rng.normal(size=len(vector)))
