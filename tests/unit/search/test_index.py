"""The index finds what a plain comparison with every vector finds."""

import numpy as np
import pytest

from ai_services.search.faiss_index import CodedIndex, FlatIndex, vector_index
from ai_services.search.fusion import SIZES, Part
from ai_services.search.library import searchable_library


def clustered(n: int, size: int = 64, seed: int = 0) -> np.ndarray:
    """Return unit vectors in clusters, as moves of a few kinds are."""
    centres = np.random.default_rng(99).normal(size=(20, size))
    rng = np.random.default_rng(seed)
    vectors = centres[rng.integers(0, 20, n)] + 0.7 * rng.normal(size=(n, size))
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


@pytest.mark.parametrize("make", [FlatIndex, CodedIndex])
@pytest.mark.parametrize("share", [None, 0.05, 0.6])
def test_the_best_rows_come_first(make, share):
    vectors = clustered(3000)
    index = make(vectors)
    among = None if share is None else np.flatnonzero(np.random.default_rng(1).uniform(size=3000) < share)

    recalls = []
    for query in clustered(20, seed=2):
        products = vectors @ query
        allowed = np.arange(3000) if among is None else among
        best = allowed[np.argsort(-products[allowed])][:50]
        hits = index.search(query, 50, among)
        assert (np.diff(hits.products) <= 0).all()
        np.testing.assert_allclose(hits.products, products[hits.rows], atol=1e-5)
        recalls.append(np.isin(hits.rows, best).mean())

    assert np.mean(recalls) >= (0.99 if make is CodedIndex else 0.999)


@pytest.mark.parametrize("make", [FlatIndex, CodedIndex])
def test_asking_for_more_than_there_is_gives_what_there_is(make):
    vectors = clustered(40)
    index = make(vectors)

    assert sorted(index.search(vectors[0], 50).rows) == list(range(40))
    assert sorted(index.search(vectors[0], 50, np.array([1, 3, 3])).rows) == [1, 3]
    assert sorted(index.search(vectors[0], 50, np.arange(30)).rows) == list(range(30))
    assert len(index.search(vectors[0], 50, np.array([], dtype=np.int64)).rows) == 0


def test_more_candidates_find_more():
    vectors = clustered(5000, seed=4)
    queries = clustered(20, seed=5)

    def recall(rerank: int) -> float:
        index = CodedIndex(vectors, rerank)
        best = [np.argsort(-(vectors @ query))[:50] for query in queries]
        return float(np.mean([np.isin(index.search(q, 50).rows, b).mean() for q, b in zip(queries, best, strict=True)]))

    assert recall(1) < recall(3) < recall(20)


def test_a_large_library_gets_codes_and_a_small_one_the_exact_index():
    assert isinstance(vector_index(clustered(40), codes_above=39), CodedIndex)
    assert isinstance(vector_index(clustered(40), codes_above=40), FlatIndex)


@pytest.fixture(scope="module")
def vectors() -> dict[Part, np.ndarray]:
    rng = np.random.default_rng(6)
    return {part: rng.normal(size=(40, size)) for part, size in SIZES.items()}


@pytest.fixture(scope="module")
def names() -> list[str]:
    return [f"move {number}" for number in range(40)]


def test_a_move_is_its_own_best_match(vectors, names):
    library = searchable_library(3, names, vectors)

    for row, name in enumerate(names):
        best, second = library.search({part: rows[row] for part, rows in vectors.items()}, 2)
        assert best.move_id == name
        assert best.score > second.score


def test_a_query_in_words_alone_ranks_by_words(vectors, names):
    wanted = vectors[Part.TEXT][7]

    found = searchable_library(1, names, vectors).search({Part.TEXT: wanted}, 5)

    by_hand = np.argsort(-(vectors[Part.TEXT] @ wanted) / np.linalg.norm(vectors[Part.TEXT], axis=1))[:5]
    assert [match.move_id for match in found] == [names[row] for row in by_hand]


def test_a_filter_leaves_only_what_it_names(vectors, names):
    library = searchable_library(1, names, vectors)

    found = library.search({Part.AUDIO: vectors[Part.AUDIO][0]}, 10, among=["move 3", "move 9", "gone"])

    assert {match.move_id for match in found} == {"move 3", "move 9"}
