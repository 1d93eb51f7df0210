"""One inner product of fused vectors is the weighted, z-scored sum of five cosines."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ai_services.search.fusion import FUSED_SIZE, SIZES, WEIGHTS, Part, UnusableVectorError, fit_fusion

Vectors = dict[Part, np.ndarray]


def made_vectors(seed: int, n: int) -> Vectors:
    """Return n moves whose parts differ in how widely their cosines range."""
    rng = np.random.default_rng(seed)
    return {part: rng.normal(rng.uniform(0, 2), 1.0, (n, size)) for part, size in SIZES.items()}


def cosines(one: np.ndarray, many: np.ndarray) -> np.ndarray:
    return many @ one / np.linalg.norm(many, axis=1) / np.linalg.norm(one)


def slow_score(query: Vectors, vectors: Vectors) -> np.ndarray:
    """Return the sum as MUSIC AND DANCE defines it, with every pair of moves in a table."""
    total = np.zeros(len(vectors[Part.TEXT]))
    for part, wanted in query.items():
        rows = vectors[part] / np.linalg.norm(vectors[part], axis=1, keepdims=True)
        pairs = (rows @ rows.T)[~np.eye(len(rows), dtype=bool)]
        total += WEIGHTS[part] * (cosines(wanted, vectors[part]) - pairs.mean()) / pairs.std()
    return total


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10_000), n=st.integers(3, 40), parts=st.sets(st.sampled_from(Part), min_size=1))
def test_one_inner_product_is_the_weighted_sum_of_z_scores(seed, n, parts):
    vectors = made_vectors(seed, n)
    query = {part: made_vectors(seed + 1, 1)[part][0] for part in parts}

    fusion = fit_fusion(vectors)
    fused = fusion.query(query)
    products = fusion.moves(vectors) @ fused.vector - fused.offset

    np.testing.assert_allclose(products, slow_score(query, vectors), atol=2e-4)


def test_the_fused_vector_has_1792_numbers_and_all_moves_one_norm():
    vectors = made_vectors(1, 10)

    fused = fit_fusion(vectors).moves(vectors)

    assert fused.shape == (10, FUSED_SIZE) == (10, 1792)
    np.testing.assert_allclose(np.linalg.norm(fused, axis=1), np.linalg.norm(fused[0]), rtol=1e-5)


def test_a_part_with_a_wide_range_does_not_drown_the_others():
    rng = np.random.default_rng(3)
    vectors = made_vectors(2, 200)
    vectors[Part.TEXT] = rng.normal(0, 1, (200, 1)) + rng.normal(0, 0.1, (200, 384))
    fusion = fit_fusion(vectors)

    def spread(part: Part) -> float:
        rows = vectors[part] / np.linalg.norm(vectors[part], axis=1, keepdims=True)
        return float(np.std((rows[:50] @ rows[50:].T) / fusion.sds[part]))

    spreads = [spread(part) for part in Part]
    assert max(spreads) < 1.5 * min(spreads)


@pytest.mark.parametrize("n", [1, 2])
def test_a_library_without_spread_keeps_raw_cosines(n):
    fusion = fit_fusion(made_vectors(4, n))

    assert set(fusion.sds.values()) == {1.0}
    assert set(fusion.means.values()) == {0.0}


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (np.zeros((3, 128)), "zero"),
        (np.full((3, 128), np.nan), "no number"),
        (np.full((3, 128), np.inf), "no number"),
        (np.ones((3, 127)), "127 numbers and must have 128"),
        (np.ones(128), "must have 128"),
    ],
)
def test_vectors_that_cannot_be_compared_are_refused(broken, words):
    vectors = made_vectors(5, 3) | {Part.AUDIO: broken}

    with pytest.raises(UnusableVectorError, match=words):
        fit_fusion(vectors)
